import jwt

secret = "replace-me-in-production-0123456789abcdef"
token = jwt.encode({"user_id": 123}, secret, ["HS256"])
print(token)
