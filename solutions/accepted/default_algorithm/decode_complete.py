import jwt


def make_token(user_id: int, secret: str) -> str:
    return jwt.encode({"user_id": user_id}, secret)


def algorithm_of(token: str) -> str:
    decoded = jwt.api_jwt.decode_complete(token, options={"verify_signature": False})
    return decoded["header"]["alg"]
