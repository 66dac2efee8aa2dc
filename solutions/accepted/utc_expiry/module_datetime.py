import datetime

import jwt


def create_token(user_id, secret):
    now = datetime.datetime.now(tz=datetime.timezone.utc)
    expire = now + datetime.timedelta(minutes=30)
    return jwt.encode({"user_id": user_id, "exp": expire}, secret, algorithm="HS256")
