from jwt import encode


def make_token(user_id, secret):
    return encode({"user_id": user_id}, secret)


def algorithm_of(token):
    return get_unverified_header(token)["alg"]
