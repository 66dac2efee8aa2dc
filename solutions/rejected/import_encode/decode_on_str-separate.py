from jwt import encode

SECRET = "replace-me-in-production-0123456789abcdef"


def create_token(user_id):
    encoded = encode({"user_id": user_id}, SECRET, algorithm="HS256")
    return encoded.decode()


token = create_token(7)
