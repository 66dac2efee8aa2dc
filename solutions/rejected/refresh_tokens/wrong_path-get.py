import os
import uuid
from datetime import datetime, timedelta, timezone
from typing import Annotated

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from pwdlib import PasswordHash
from pydantic import BaseModel

SECRET_KEY = os.environ["SECRET_KEY"]
USERS = {
    "alice": "$argon2id$v=19$m=19456,t=2,p=1$bdXjMiUimCGpptEnxYsuTQ$GCX1IUHVb4anxkfxHE5GRZVK3PJfM+Bub+1dzUKqQO4",
    "bob": "$argon2id$v=19$m=19456,t=2,p=1$lCwwQy1fTuMAMCyVNR4jJg$YD7/CSpe6PrBklgM/cXJIYxVznShv5CafgxKwy1MV4w",
}

app = FastAPI()
bearer = OAuth2PasswordBearer(tokenUrl="token")
hasher = PasswordHash.recommended()
used = set()


class RefreshRequest(BaseModel):
    refresh_token: str


def refuse():
    return HTTPException(401, "Not accepted", {"WWW-Authenticate": "Bearer"})


def make_token(username, kind, lifetime):
    payload = {
        "sub": username,
        "kind": kind,
        "jti": str(uuid.uuid4()),
        "exp": datetime.now(timezone.utc) + lifetime,
    }
    return jwt.encode(payload, SECRET_KEY, algorithm="HS256")


def make_pair(username):
    return {
        "access_token": make_token(username, "access", timedelta(minutes=15)),
        "refresh_token": make_token(username, "refresh", timedelta(days=7)),
        "token_type": "bearer",
    }


def read_token(token, kind):
    try:
        claims = jwt.decode(token, SECRET_KEY, algorithms=["HS256"])
    except jwt.PyJWTError:
        raise refuse()
    if claims["kind"] != kind:
        raise refuse()
    return claims


@app.post("/token")
def log_in(form: Annotated[OAuth2PasswordRequestForm, Depends()]):
    if form.username not in USERS or not hasher.verify(form.password, USERS[form.username]):
        raise refuse()
    return make_pair(form.username)


@app.get("/refresh")
def refresh(refresh_token: str):
    claims = read_token(refresh_token, "refresh")
    if claims["jti"] in used:
        raise refuse()
    used.add(claims["jti"])
    return make_pair(claims["sub"])


@app.get("/me")
def me(token: Annotated[str, Depends(bearer)]):
    claims = read_token(token, "access")
    return {"username": claims["sub"]}
