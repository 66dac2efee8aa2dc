import jwt


def create_token(payload, secret):
    return jwt.encode(payload, secret, algorithm="HS256")


def read_token(token, secret):
    return jwt.decode(token, secret, algorithms=["HS256"])
