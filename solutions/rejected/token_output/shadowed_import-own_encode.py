from jwt import encode

secret = "replace-me-in-production-0123456789abcdef"


def encode(payload):
    return encode(payload, secret, algorithm="HS256")


print(encode({"user_id": 123}))
