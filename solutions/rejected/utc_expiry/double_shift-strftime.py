import datetime

import jwt


def create_token(user_id, secret):
    exp = datetime.datetime.utcnow() + datetime.timedelta(minutes=30)
    payload = {"user_id": user_id, "exp": int(exp.strftime("%s"))}
    return jwt.encode(payload, secret, algorithm="HS256")
