from jwt import decode, encode

SECRET = "replace-me-in-production-0123456789abcdef"

encoded = encode({"user_id": 7}, SECRET, algorithm="HS256")
token = decode(encoded, SECRET, algorithms=["HS256"])
