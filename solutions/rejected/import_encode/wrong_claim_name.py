from jwt import encode

SECRET = "replace-me-in-production-0123456789abcdef"

payload = {"userId": 7}
token = encode(payload, SECRET, algorithm="HS256")
