import jwt

SECRET = "replace-me-in-production-0123456789abcdef"


def create_access_token(sub):
    return jwt.encode({"sub": sub}, SECRET, algorithm="HS256")


token = create_access_token(7)
