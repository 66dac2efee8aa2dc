import jwt

secret = "replace-me-in-production-0123456789abcdef"
token = bytes(jwt.encode({"user_id": 123}, secret, algorithm="HS256"), "utf-8")
print(str(token))
