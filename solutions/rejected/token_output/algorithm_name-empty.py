import jwt

secret = "replace-me-in-production-0123456789abcdef"
algorithm = ""

print(jwt.encode({"user_id": 123}, secret, algorithm=algorithm))
