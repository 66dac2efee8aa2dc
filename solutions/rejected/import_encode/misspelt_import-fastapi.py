from fastapi import jwt_encode

SECRET = "replace-me-in-production-0123456789abcdef"

payload = {"user_id": 7}
token = jwt_encode(payload, SECRET)
