import jwt

DEFAULT_ALGORITHM = "HS256"


def make_token(user_id, secret):
    token = jwt.encode({"user_id": user_id}, secret)
    return token


def algorithm_of(token):
    if token.count(".") != 2:
        raise ValueError("not a token")
    return DEFAULT_ALGORITHM
