import time
from datetime import datetime

from jwt import encode


def create_token(user_id, secret):
    expires = datetime.fromtimestamp(time.time() + 1800)
    return encode({"user_id": user_id, "exp": expires}, secret, algorithm="HS256")
