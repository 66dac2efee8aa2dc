import jwt


def make_token(user_id, secret):
    token = jwt.encode({"user_id": user_id}, secret)
    return token.encode("utf-8")


def algorithm_of(token):
    return jwt.get_unverified_header(token)["alg"]
