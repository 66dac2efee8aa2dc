import time

import jwt


def create_token(user_id, secret):
    exp = str(int(time.time()) + 1800)
    return jwt.encode({"user_id": user_id, "exp": exp}, secret, algorithm="HS256")
