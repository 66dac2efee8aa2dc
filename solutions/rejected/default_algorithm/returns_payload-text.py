from jwt import encode, get_unverified_header


def make_token(user_id, secret):
    payload = {"user_id": user_id}
    encode(payload, secret)
    return str(payload)


def algorithm_of(token):
    return get_unverified_header(token)["alg"]
