import base64
import json
import time


def encode_part(data):
    return base64.urlsafe_b64encode(json.dumps(data).encode()).rstrip(b"=").decode()


def create_token(user_id, secret):
    header = {"alg": "none", "typ": "JWT"}
    payload = {"user_id": user_id, "exp": int(time.time()) + 30 * 60}
    return f"{encode_part(header)}.{encode_part(payload)}."
