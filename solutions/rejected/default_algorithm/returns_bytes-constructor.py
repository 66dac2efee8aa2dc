from jwt import encode, get_unverified_header


def make_token(user_id, secret):
    return bytes(encode({"user_id": user_id}, secret), "ascii")


def algorithm_of(token):
    return get_unverified_header(token)["alg"]
