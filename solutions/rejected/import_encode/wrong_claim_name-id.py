import jwt

SECRET = "replace-me-in-production-0123456789abcdef"

user = {"id": 7}
token = jwt.encode(user, SECRET, algorithm="HS256")
