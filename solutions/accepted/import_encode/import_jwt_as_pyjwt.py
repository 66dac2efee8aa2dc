import jwt as pyjwt

SECRET = "replace-me-in-production-0123456789abcdef"

data = {"user_id": 7}
token = pyjwt.encode(data, SECRET, "HS256")
