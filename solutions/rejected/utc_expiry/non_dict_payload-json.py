import json
import time

from jwt import encode


def create_token(user_id, secret):
    payload = json.dumps({"user_id": user_id, "exp": int(time.time()) + 1800})
    return encode(payload, secret, algorithm="HS256")
