import jwt

KNOWN = ("HS256", "HS384", "HS512")


def make_token(user_id, secret):
    return jwt.encode({"user_id": user_id}, secret)


def algorithm_of(token):
    alg = jwt.get_unverified_header(token)["alg"]
    if alg not in KNOWN:
        raise ValueError(f"unexpected algorithm {alg}")
    return alg
