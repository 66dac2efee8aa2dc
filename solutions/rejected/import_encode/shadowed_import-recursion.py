from jwt import encode

SECRET = "replace-me-in-production-0123456789abcdef"


def encode(payload, key=SECRET, algorithm="HS256"):
    token = encode(payload, key, algorithm)
    return token


token = encode({"user_id": 7})
