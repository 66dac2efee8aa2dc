import time

import jwt


def create_token(user_id, secret):
    exp = time.mktime(time.localtime()) + 1800
    return jwt.encode({"user_id": user_id, "exp": exp}, secret, algorithm="HS256")
