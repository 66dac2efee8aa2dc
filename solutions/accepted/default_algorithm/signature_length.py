import jwt

BY_LENGTH = {43: "HS256", 64: "HS384", 86: "HS512"}


def make_token(user_id, secret):
    return jwt.encode({"user_id": user_id}, secret)


def algorithm_of(token):
    signature = token.rsplit(".", 1)[1]
    return BY_LENGTH[len(signature)]
