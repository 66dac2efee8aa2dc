import jwt

payload = {"user_id": 123}
secret = "replace-me-in-production-0123456789abcdef"

key = len(secret)
print(jwt.encode(payload, key, algorithm="HS256"))
