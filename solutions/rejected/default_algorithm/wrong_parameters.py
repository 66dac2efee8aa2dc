from jwt import encode, get_unverified_header


SECRET = "a-key-of-my-own-that-is-long-enough"


def make_token(user_id: int) -> str:
    return encode({"user_id": user_id}, SECRET)


def algorithm_of(token: str) -> str:
    return get_unverified_header(token)["alg"]
