import jwt


def create_token(user_id, secret):
    payload = {"user_id": user_id}
    return jwt.encode(payload, secret, algorithm="HS256")
