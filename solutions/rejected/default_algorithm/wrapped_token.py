from jwt import encode, get_unverified_header


def make_token(user_id: int, secret: str) -> str:
    return {"token": encode({"user_id": user_id}, secret)}


def algorithm_of(token: str) -> str:
    return get_unverified_header(token)["alg"]
