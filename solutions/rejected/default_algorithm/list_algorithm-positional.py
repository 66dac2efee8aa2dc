from jwt import encode, get_unverified_header

SUPPORTED = ["HS256", "HS384", "HS512"]


def make_token(user_id, secret):
    return encode({"user_id": user_id}, secret, SUPPORTED)


def algorithm_of(token):
    alg = get_unverified_header(token)["alg"]
    return alg if alg in SUPPORTED else None
