from jose import jwt

SECRET = "replace-me-in-production-0123456789abcdef"
ALGORITHM = "HS256"

payload = {"user_id": 7}
token = jwt.encode(payload, SECRET, algorithm=ALGORITHM)
