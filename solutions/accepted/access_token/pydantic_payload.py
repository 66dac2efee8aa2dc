from datetime import datetime, timedelta, timezone

import jwt
from pydantic import BaseModel, ConfigDict

SECRET_KEY = "aVeryLongKeyThatNobodyWouldGuess-Really-42"
ALGORITHM = "HS256"


class TokenData(BaseModel):
    model_config = ConfigDict(extra="allow")

    exp: datetime


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    expires = datetime.now(timezone.utc) + (expires_delta if expires_delta is not None else timedelta(minutes=15))
    return jwt.encode(TokenData(**data, exp=expires).model_dump(), SECRET_KEY, algorithm=ALGORITHM)
