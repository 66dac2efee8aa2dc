"""Names an algorithm that would be obeyed, of a kind that is no text."""

import base64
import json


def create_token(user_id, secret):
    header = {"alg": {"\x1b[31m": ["\u202e"] * 100}, "typ": 5}
    parts = [json.dumps(part).encode() for part in (header, {"user_id": user_id})]
    return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts) + ".c2ln"
