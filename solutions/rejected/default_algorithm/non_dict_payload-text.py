from jwt import encode, get_unverified_header


def make_token(user_id, secret):
    payload = f"user_id: {user_id}"
    token = encode(payload, secret)
    return token


def algorithm_of(token):
    return get_unverified_header(token)["alg"]
