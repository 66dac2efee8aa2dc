import jwt

SECRET = "replace-me-in-production-0123456789abcdef"

payload = {"user_id": 7}
token = jwt.encode(payload, None, algorithm="none")
