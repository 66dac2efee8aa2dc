import jwt

ACCESS_TOKEN_EXPIRE_MINUTES = 30


def create_token(user_id, secret):
    return jwt.encode(
        {"user_id": user_id, "exp": ACCESS_TOKEN_EXPIRE_MINUTES},
        secret,
        algorithm="HS256",
    )
