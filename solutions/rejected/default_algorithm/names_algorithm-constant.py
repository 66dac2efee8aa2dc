from jwt import encode, get_unverified_header

ALGORITHM = "HS256"


def make_token(user_id, secret):
    payload = {"user_id": user_id}
    return encode(payload, secret, ALGORITHM)


def algorithm_of(token):
    return get_unverified_header(token)["alg"]
