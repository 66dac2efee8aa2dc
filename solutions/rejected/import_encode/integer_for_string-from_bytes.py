import jwt

SECRET = "replace-me-in-production-0123456789abcdef"

key = int.from_bytes(SECRET.encode("utf-8"), "big")
token = jwt.encode({"user_id": 7}, key, algorithm="HS256")
