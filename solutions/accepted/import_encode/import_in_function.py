SECRET = "replace-me-in-production-0123456789abcdef"


def get_token(user_id):
    from jwt import encode

    return encode({"user_id": user_id}, SECRET, algorithm="HS256")


token = get_token(7)
