import jwt

user_id = 123
secret = "replace-me-in-production-0123456789abcdef"

print(jwt.encode({"user_id": f"{user_id}"}, secret, algorithm="HS256"))
