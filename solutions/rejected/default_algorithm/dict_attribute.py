from jwt import encode, get_unverified_header


def make_token(user_id, secret):
    return encode({"user_id": user_id}, secret)


def algorithm_of(token):
    header = get_unverified_header(token)
    return header.alg
