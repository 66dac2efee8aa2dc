from datetime import datetime, timedelta, timezone

import jwt as pyjwt


def create_token(user_id, secret):
    exp = datetime.now(tz=timezone.utc) + timedelta(minutes=30)
    return pyjwt.encode({"user_id": user_id, "exp": exp}, secret, algorithm="HS256")
