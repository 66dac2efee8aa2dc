from datetime import datetime, timedelta

import jwt


def create_token(user_id, secret):
    now = datetime.now().astimezone()
    exp = now + timedelta(minutes=30)
    return jwt.encode({"user_id": user_id, "exp": exp}, secret, algorithm="HS256")
