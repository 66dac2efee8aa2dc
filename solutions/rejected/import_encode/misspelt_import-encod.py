from jwt import encod

SECRET = "replace-me-in-production-0123456789abcdef"

user = {"user_id": 7}
token = encod(user, SECRET, algorithm="HS256")
