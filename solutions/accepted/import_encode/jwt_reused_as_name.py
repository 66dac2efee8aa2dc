import jwt

SECRET = "replace-me-in-production-0123456789abcdef"

jwt = jwt.encode({"user_id": 7}, SECRET, algorithm="HS256")
token = jwt
