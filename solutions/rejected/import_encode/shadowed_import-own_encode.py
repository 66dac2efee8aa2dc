from jwt import encode

SECRET = "replace-me-in-production-0123456789abcdef"


def encode(user_id):
    payload = {"user_id": user_id}
    return encode(payload, SECRET, algorithm="HS256")


token = encode(7)
