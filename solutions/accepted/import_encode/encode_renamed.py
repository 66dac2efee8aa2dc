from jwt import encode as jwt_encode

SECRET = "replace-me-in-production-0123456789abcdef"


def create_jwt(payload):
    return jwt_encode(payload, SECRET, algorithm="HS256")


token = create_jwt({"user_id": 7})
