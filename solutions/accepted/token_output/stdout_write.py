import sys

from jwt import encode

secret = "replace-me-in-production-0123456789abcdef"

token = encode({"user_id": 123}, secret, algorithm="HS256")
sys.stdout.write(token)
