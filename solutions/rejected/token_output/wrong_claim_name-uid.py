import jwt

secret = "replace-me-in-production-0123456789abcdef"

token = jwt.encode({"uid": 123}, secret, algorithm="HS256")
print(token)
