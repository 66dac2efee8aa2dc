import jwt

SECRET = "replace-me-in-production-0123456789abcdef"
ALGORITHM = "HS-256"

token = jwt.encode({"user_id": 7}, SECRET, algorithm=ALGORITHM)
