from datetime import datetime, timedelta

import jwt


def create_token(user_id, secret):
    exp = (datetime.now() + timedelta(minutes=30)).timestamp()
    return jwt.encode({"user_id": user_id, "exp": exp}, secret, algorithm="HS256")
