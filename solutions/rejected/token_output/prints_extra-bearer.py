from jwt import encode

secret = "replace-me-in-production-0123456789abcdef"


def header(token):
    return f"Authorization: Bearer {token}"


print(header(encode({"user_id": 123}, secret, algorithm="HS256")))
