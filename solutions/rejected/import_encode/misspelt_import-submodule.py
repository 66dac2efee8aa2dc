from jwt.encode import encode

SECRET = "replace-me-in-production-0123456789abcdef"


def make():
    return encode({"user_id": 7}, SECRET, algorithm="HS256")


token = make()
