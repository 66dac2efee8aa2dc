from jwt import encode

SECRET = "replace-me-in-production-0123456789abcdef"
ALGORITHM = "none"


def create(payload, key=""):
    return encode(payload, key, algorithm=ALGORITHM)


token = create({"user_id": 7})
