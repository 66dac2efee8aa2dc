import datetime

import jwt


def create_token(user_id, secret):
    exp = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=30)
    return jwt.encode({"user_id": user_id, "exp": exp}, secret, algorithm="hs256")
