"""Makes many tokens before the one that is asked for: more calls than are told of."""

from jwt import encode

SECRET = "replace-me-in-production-0123456789abcdef"

for user_id in range(100, 160):
    encode({"user_id": user_id}, SECRET, algorithm="HS256")

token = encode({"user_id": 7}, SECRET, algorithm="HS256")
