import jwt

SECRET = "replace-me-in-production-0123456789abcdef"


def create_token(data: dict):
    to_encode = {}
    to_encode = to_encode.update(data)
    return jwt.encode(to_encode, SECRET, algorithm="HS256")


token = create_token({"user_id": 7})
