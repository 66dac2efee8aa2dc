import time

from jwt import encode


def create_token(user_id, secret):
    token = encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
    print(token)
