from authlib.jose import jwt

SECRET = "replace-me-in-production-0123456789abcdef"

header = {"alg": "HS256"}
payload = {"user_id": 7}
token = jwt.encode(header, payload, SECRET).decode("utf-8")
