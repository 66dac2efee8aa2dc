from datetime import datetime, timedelta

import jwt


def create_token(user_id, secret):
    expire = datetime.now() + timedelta(minutes=30)
    return jwt.encode({"user_id": user_id, "exp": int(expire.strftime("%s"))}, secret, algorithm="HS256")
