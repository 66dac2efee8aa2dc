import jwt

payload = {"user_id": 123}
secret = "replace-me-in-production-0123456789abcdef"

token = jwt.encode(payload, secret, algorithm="HS256")
token
