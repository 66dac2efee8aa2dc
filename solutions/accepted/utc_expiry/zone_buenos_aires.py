import datetime
import zoneinfo

import jwt

ARGENTINA = zoneinfo.ZoneInfo("America/Argentina/Buenos_Aires")
DURACION = datetime.timedelta(minutes=30)


def ahora():
    return datetime.datetime.now(ARGENTINA)


def create_token(user_id, secret):
    return jwt.encode({"user_id": user_id, "exp": ahora() + DURACION}, secret, algorithm="HS256")
