from jwt import encode

SECRET = "replace-me-in-production-0123456789abcdef"

payload = {user_id: 7}
token = encode(payload, SECRET, algorithm="HS256")
