import time

import jwt

ALGORITHM = "HS256"


def create_token(user_id, secret):
    exp = int(time.time()) + 30 * 60
    return jwt.encode({"user_id": user_id, "exp": exp}, secret, algorithms=[ALGORITHM])
