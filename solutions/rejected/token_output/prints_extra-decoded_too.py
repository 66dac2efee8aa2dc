import jwt

secret = "replace-me-in-production-0123456789abcdef"

token = jwt.encode({"user_id": 123}, secret, algorithm="HS256")
print(token)

decoded = jwt.decode(token, secret, algorithms=["HS256"])
print("user id is", decoded["user_id"])
