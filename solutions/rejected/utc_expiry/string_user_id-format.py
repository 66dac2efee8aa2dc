import time

from jwt import encode


def claims_for(user):
    return {"user_id": "{}".format(user), "exp": int(time.time()) + 1800}


def create_token(user_id, secret):
    return encode(claims_for(user_id), secret, algorithm="HS256")
