from time import time

import jwt


def create_token(user_id, secret):
    expires = int(time()) + 1800
    return jwt.encode({"user_id": user_id, "exp": expires}, secret, algorithm="HS256")
