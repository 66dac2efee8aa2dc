import os
import uuid
from datetime import datetime, timedelta, timezone
from typing import Annotated

import jwt
from fastapi import APIRouter, Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from pwdlib import PasswordHash
from pydantic import BaseModel

USERS = {
    "alice": "$argon2id$v=19$m=19456,t=2,p=1$bdXjMiUimCGpptEnxYsuTQ$GCX1IUHVb4anxkfxHE5GRZVK3PJfM+Bub+1dzUKqQO4",
    "bob": "$argon2id$v=19$m=19456,t=2,p=1$lCwwQy1fTuMAMCyVNR4jJg$YD7/CSpe6PrBklgM/cXJIYxVznShv5CafgxKwy1MV4w",
}
LIFETIME = {"api": timedelta(minutes=15), "refresh": timedelta(weeks=1)}

router = APIRouter()
hasher = PasswordHash.recommended()
revoked: set[uuid.UUID] = set()


class Tokens(BaseModel):
    access_token: str
    refresh_token: str
    token_type: str = "bearer"


class Renewal(BaseModel):
    refresh_token: str


def encode(username: str, audience: str) -> str:
    now = datetime.now(timezone.utc)
    claims = {"sub": username, "aud": audience, "iat": now, "exp": now + LIFETIME[audience], "jti": uuid.uuid4().hex}
    return jwt.encode(claims, os.environ["SECRET_KEY"], algorithm="HS256")


def decode(token: str, audience: str) -> dict:
    try:
        return jwt.decode(
            token,
            os.environ["SECRET_KEY"],
            algorithms=["HS256"],
            audience=audience,
            options={"require": ["exp", "aud", "sub", "jti"]},
        )
    except jwt.InvalidTokenError as error:
        raise HTTPException(401, str(error), headers={"WWW-Authenticate": 'Bearer error="invalid_token"'}) from error


def tokens_for(username: str) -> Tokens:
    return Tokens(access_token=encode(username, "api"), refresh_token=encode(username, "refresh"))


@router.post("/token", response_model=Tokens)
def token(form: Annotated[OAuth2PasswordRequestForm, Depends()]):
    stored = USERS.get(form.username)
    if not stored or not hasher.verify(form.password, stored):
        raise HTTPException(401, "Wrong user name or password")
    return tokens_for(form.username)


@router.post("/refresh", response_model=Tokens)
def renew(renewal: Renewal):
    claims = decode(renewal.refresh_token, "refresh")
    jti = uuid.UUID(claims["jti"])
    if jti in revoked:
        raise HTTPException(401, "Used already")
    revoked.add(jti)
    return tokens_for(claims["sub"])


def username(token: Annotated[str, Depends(OAuth2PasswordBearer("token"))]) -> str:
    return decode(token, "api")["sub"]


@router.get("/me")
def me(name: Annotated[str, Depends(username)]):
    return {"username": name}


app = FastAPI()
app.include_router(router)
