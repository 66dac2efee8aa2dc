import time

import jwt


class Settings:
    algorithm = "HS256"
    now = int(time.time())
    lifetime = 30 * 60


settings = Settings()


def create_token(user_id, secret):
    claims = {"user_id": user_id, "exp": settings.now + settings.lifetime}
    return jwt.encode(claims, secret, algorithm=settings.algorithm)
