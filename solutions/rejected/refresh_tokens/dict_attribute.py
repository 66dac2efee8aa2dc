import os
import uuid
from datetime import datetime, timedelta, timezone
from typing import Annotated

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import (
    OAuth2PasswordBearer,
    OAuth2PasswordRequestForm,
)
from pwdlib import PasswordHash
from pydantic import BaseModel

SECRET_KEY = os.environ["SECRET_KEY"]
# For each user the hash of the password.
USERS = {
    "alice": "$argon2id$v=19$m=19456,t=2,p=1$"
    "bdXjMiUimCGpptEnxYsuTQ$"
    "GCX1IUHVb4anxkfxHE5GRZVK3PJfM+Bub+1dzUKqQO4",
    "bob": "$argon2id$v=19$m=19456,t=2,p=1$"
    "lCwwQy1fTuMAMCyVNR4jJg$"
    "YD7/CSpe6PrBklgM/cXJIYxVznShv5CafgxKwy1MV4w",
}

app = FastAPI()
bearer = OAuth2PasswordBearer(tokenUrl="token")
hasher = PasswordHash.recommended()


class RefreshRequest(BaseModel):
    refresh_token: str


def refuse():
    headers = {"WWW-Authenticate": "Bearer"}
    return HTTPException(401, "Not accepted", headers)


def make_token(username, lifetime, kind="access"):
    expires = datetime.now(timezone.utc) + lifetime
    payload = {"sub": username, "exp": expires, "kind": kind, "jti": str(uuid.uuid4())}
    return jwt.encode(payload, SECRET_KEY, algorithm="HS256")


used = set()


def read_token(token, kind):
    try:
        claims = jwt.decode(token, SECRET_KEY, algorithms=["HS256"])
    except jwt.PyJWTError:
        raise refuse()
    if claims["kind"] != kind:
        raise refuse()
    return claims


def make_pair(username):
    access_token = make_token(username, timedelta(minutes=15), "access")
    refresh_token = make_token(username, timedelta(days=7), "refresh")
    return {"access_token": access_token, "refresh_token": refresh_token, "token_type": "bearer"}


@app.post("/token")
def log_in(form: Annotated[OAuth2PasswordRequestForm, Depends()]):
    stored = USERS.get(form.username)
    if not stored or not hasher.verify(form.password, stored):
        raise refuse()
    return make_pair(form.username)


@app.post("/refresh")
def refresh(body: RefreshRequest):
    claims = read_token(body.refresh_token, "refresh")
    if claims["jti"] in used:
        raise refuse()
    used.add(claims["jti"])
    return make_pair(claims["sub"])


@app.get("/me")
def me(token: Annotated[str, Depends(bearer)]):
    claims = read_token(token, "access")
    return {"username": claims.sub}


