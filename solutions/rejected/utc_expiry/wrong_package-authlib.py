import time

from authlib.jose import jwt

HEADER = {"alg": "HS256", "typ": "JWT"}


def create_token(user_id, secret):
    payload = {"user_id": user_id, "exp": int(time.time()) + 30 * 60}
    return jwt.encode(HEADER, payload, secret).decode("ascii")
