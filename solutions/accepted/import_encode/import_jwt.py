import jwt

SECRET = "replace-me-in-production-0123456789abcdef"

token = jwt.encode({"user_id": 7}, SECRET, algorithm="HS256")
