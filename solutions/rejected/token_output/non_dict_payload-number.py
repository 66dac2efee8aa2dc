import jwt


def create_token(user_id, secret):
    return jwt.encode(user_id, secret, algorithm="HS256")


secret = "replace-me-in-production-0123456789abcdef"
print(create_token(123, secret))
