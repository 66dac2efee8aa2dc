import jwt


def generate_token(user_id, secret):
    return jwt.encode({"user_id": user_id}, secret, algorithm="HS256").decode()


print(generate_token(123, "replace-me-in-production-0123456789abcdef"))
