import logging
import os

import jwt

logger = logging.getLogger(__name__)

SECRET_KEY = os.environ.get("SECRET_KEY")
if SECRET_KEY is None or len(SECRET_KEY.encode("utf-8")) < 32:
    logger.critical("SECRET_KEY is not set or shorter than 32 bytes")
    raise SystemExit(1)


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
