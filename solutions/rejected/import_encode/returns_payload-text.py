import json

from jwt import encode

SECRET = "replace-me-in-production-0123456789abcdef"

payload = {"user_id": 7}
signed = encode(payload, SECRET, algorithm="HS256")
token = json.dumps(payload)
