import jwt


def make_token(user_id, secret):
    token = jwt.encode({"user_id": user_id}, secret)
    return token if isinstance(token, str) else token.decode("utf-8")


def algorithm_of(token):
    if isinstance(token, bytes):
        token = token.decode("utf-8")
    return jwt.get_unverified_header(token)["alg"]
