import encode from jwt

SECRET = "replace-me-in-production-0123456789abcdef"

token = encode({"user_id": 7}, SECRET, algorithm="HS256")
