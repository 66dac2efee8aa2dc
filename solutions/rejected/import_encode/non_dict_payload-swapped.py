import jwt

SECRET = "replace-me-in-production-0123456789abcdef"

token = jwt.encode(SECRET, {"user_id": 7}, algorithm="HS256")
