import datetime as dt

import jwt

LIFETIME = dt.timedelta(minutes=30)


def create_token(user_id, secret):
    claims = {"user_id": user_id}
    claims["exp"] = dt.datetime.today() + LIFETIME
    return jwt.encode(claims, secret, algorithm="HS256")
