import time

import jwt


def create_token(user_id, secret):
    exp = int(time.time()) + 30 * 60
    return jwt.encode(locals(), secret, algorithm="HS256")
