import datetime

import jwt


def create_token(user_id, secret):
    expire = datetime.utcnow() + datetime.timedelta(minutes=30)
    return jwt.encode({"user_id": user_id, "exp": expire}, secret, algorithm="HS256")
