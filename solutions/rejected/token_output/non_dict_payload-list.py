import jwt

payload = [("user_id", 123)]
secret = "replace-me-in-production-0123456789abcdef"

print(jwt.encode(payload, secret, algorithm="HS256"))
