import jwt

SECRET = "replace-me-in-production-0123456789abcdef"


def create_token(user_id):
    text = jwt.encode({"user_id": user_id}, SECRET, algorithm="HS256")
    return bytes(text, "ascii")


token = create_token(7)
