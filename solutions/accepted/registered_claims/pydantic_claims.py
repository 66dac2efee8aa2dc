import time
import uuid

import jwt
from pydantic import BaseModel, Field, ValidationError

ISSUER = "https://auth.example.com"
AUDIENCE = "https://api.example.com"


def _now() -> int:
    return int(time.time())


class Claims(BaseModel):
    iss: str
    aud: str | list[str]
    sub: str
    iat: int
    nbf: int
    exp: int
    jti: str = Field(min_length=1)


def create_token(username: str, secret: str) -> str:
    now = _now()
    claims = Claims(
        iss=ISSUER, aud=AUDIENCE, sub=username, iat=now, nbf=now, exp=now + 900, jti=str(uuid.uuid4())
    )
    return jwt.encode(claims.model_dump(), secret, algorithm="HS256")


def read_token(token: str, secret: str) -> str | None:
    try:
        raw = jwt.decode(token, secret, algorithms=["HS256"], audience=AUDIENCE, issuer=ISSUER)
        return Claims.model_validate(raw).sub
    except (jwt.PyJWTError, ValidationError):
        return None
