import jwt

secret = "replace-me-in-production-0123456789abcdef"
claims = {"sub": "123"}

print(jwt.encode(claims, secret, algorithm="HS256"))
