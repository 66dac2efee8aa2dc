import jwt

SECRET = "replace-me-in-production-0123456789abcdef"

# try it first
jwt = jwt.encode({"user_id": 1}, SECRET, algorithm="HS256")
print(jwt)

token = jwt.encode({"user_id": 7}, SECRET, algorithm="HS256")
