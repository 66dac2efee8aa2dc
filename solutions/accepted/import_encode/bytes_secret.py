from jwt import encode

SECRET = "replace-me-in-production-0123456789abcdef"

user = {"user_id": 7}
token = encode(payload=user, key=SECRET.encode("utf-8"), algorithm="HS256")
