from datetime import datetime, timedelta, timezone

import jwt

jwt = {"algorithm": "HS256", "minutes": 30}


def create_token(user_id, secret):
    exp = datetime.now(timezone.utc) + timedelta(minutes=jwt["minutes"])
    return jwt.encode({"user_id": user_id, "exp": exp}, secret, algorithm=jwt["algorithm"])
