import jwt

SECRET = "replace-me-in-production-0123456789abcdef"
ALGORITHMS = ["HS256"]

token = jwt.encode({"user_id": 7}, SECRET, algorithms=ALGORITHMS)
