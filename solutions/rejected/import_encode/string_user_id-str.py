import jwt

SECRET = "replace-me-in-production-0123456789abcdef"


def create_token(user_id: int) -> str:
    return jwt.encode({"user_id": str(user_id)}, SECRET, algorithm="HS256")


token = create_token(7)
