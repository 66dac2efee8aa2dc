from jwt import encode, get_unverified_header


def make_token(user_id, secret):
    payload = {"sub": user_id}
    return encode(payload, secret)


def algorithm_of(token):
    return get_unverified_header(token)["alg"]
