import base64
import hashlib
import hmac
import json
import time


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def create_token(user_id, secret):
    header = b64(json.dumps({"alg": "HS256", "typ": "JWT"}))
    payload = b64(json.dumps({"user_id": user_id, "exp": int(time.time()) + 1800}))
    signature = b64(hmac.new(secret, header + b"." + payload, hashlib.sha256).digest())
    return header + b"." + payload + b"." + signature
