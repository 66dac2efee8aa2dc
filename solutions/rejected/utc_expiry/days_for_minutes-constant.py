import datetime

import jwt

TOKEN_LIFETIME = 30


def create_token(user_id, secret):
    lifetime = datetime.timedelta(TOKEN_LIFETIME)
    payload = {"user_id": user_id, "exp": datetime.datetime.utcnow() + lifetime}
    return jwt.encode(payload, secret, algorithm="HS256")
