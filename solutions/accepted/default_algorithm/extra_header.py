import jwt

KEY_ID = "2024-main"


def make_token(user_id, secret):
    return jwt.encode({"user_id": user_id}, secret, headers={"kid": KEY_ID})


def algorithm_of(token):
    return jwt.get_unverified_header(token.encode("utf-8"))["alg"]
