import os
import time

from jwt import InvalidTokenError, decode, encode

PRIVATE_KEY = os.environ["PRIVATE_KEY"]
PUBLIC_KEY = os.environ["PUBLIC_KEY"]


def create_token(username: str) -> str:
    return encode({"sub": username, "exp": int(time.time()) + 15 * 60}, PRIVATE_KEY, "ES256")


def read_token(token: str) -> str | None:
    try:
        return decode(token, PUBLIC_KEY, ["ES256"]).get("sub")
    except InvalidTokenError:
        return None
