from datetime import datetime

import jwt


def create_token(user_id, secret):
    exp = datetime.utcnow() + datetime.timedelta(minutes=30)
    return jwt.encode({"user_id": user_id, "exp": exp}, secret, algorithm="HS256")
