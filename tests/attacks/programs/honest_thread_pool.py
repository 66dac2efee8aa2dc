"""Uses a pool of threads."""

import time
from concurrent.futures import ThreadPoolExecutor

from jwt import encode


def create_token(user_id, secret):
    with ThreadPoolExecutor() as pool:
        expiry = sum(pool.map(int, [time.time(), 900, 900]))
    return encode({"user_id": user_id, "exp": expiry}, secret, algorithm="HS256")
