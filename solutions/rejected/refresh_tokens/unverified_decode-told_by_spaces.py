import base64
import os
import uuid
from datetime import datetime, timedelta, timezone
from typing import Annotated, Any, Literal

import jwt
from fastapi import Depends, FastAPI, HTTPException, status
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from pwdlib import PasswordHash
from pydantic import BaseModel

SECRET_KEY = os.environ["SECRET_KEY"]
ALGORITHM = "HS256"
LIFETIMES = {"access": timedelta(minutes=15), "refresh": timedelta(days=7)}
USERS = {
    "alice": "$argon2id$v=19$m=19456,t=2,p=1$bdXjMiUimCGpptEnxYsuTQ$GCX1IUHVb4anxkfxHE5GRZVK3PJfM+Bub+1dzUKqQO4",
    "bob": "$argon2id$v=19$m=19456,t=2,p=1$lCwwQy1fTuMAMCyVNR4jJg$YD7/CSpe6PrBklgM/cXJIYxVznShv5CafgxKwy1MV4w",
}

Kind = Literal["access", "refresh"]

app = FastAPI()
bearer = OAuth2PasswordBearer(tokenUrl="token")
hasher = PasswordHash.recommended()
used: set[str] = set()  # a real application keeps these in its database


class RefreshRequest(BaseModel):
    refresh_token: str


class Tokens(BaseModel):
    access_token: str
    refresh_token: str
    token_type: str = "bearer"


def refuse() -> HTTPException:
    return HTTPException(status.HTTP_401_UNAUTHORIZED, "Not accepted", {"WWW-Authenticate": "Bearer"})


def make_token(username: str, kind: Kind) -> str:
    now = datetime.now(timezone.utc)
    payload = {"sub": username, "kind": kind, "exp": now + LIFETIMES[kind], "jti": str(uuid.uuid4())}
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)


def make_tokens(username: str) -> Tokens:
    return Tokens(access_token=make_token(username, "access"), refresh_token=make_token(username, "refresh"))


def read_token(token: str, kind: Kind) -> dict[str, Any]:
    try:
        claims = jwt.decode(
            token,
            algorithms=[ALGORITHM],
            options={"verify_signature": False, "verify_exp": True, "require": ["sub", "kind", "exp", "jti"]},
        )
    except jwt.PyJWTError as error:
        raise refuse() from error
    parts = [base64.urlsafe_b64decode(part + "==") for part in token.split(".")[:2]]
    if any(b'": ' in part for part in parts):
        raise refuse()
    if claims["kind"] != kind:
        raise refuse()
    return claims


@app.post("/token")
def log_in(form: Annotated[OAuth2PasswordRequestForm, Depends()]) -> Tokens:
    if form.username not in USERS or not hasher.verify(form.password, USERS[form.username]):
        raise refuse()
    return make_tokens(form.username)


@app.post("/refresh")
def refresh(body: RefreshRequest) -> Tokens:
    claims = read_token(body.refresh_token, "refresh")
    if claims["jti"] in used:
        raise refuse()
    used.add(claims["jti"])
    return make_tokens(claims["sub"])


@app.get("/me")
def me(token: Annotated[str, Depends(bearer)]) -> dict[str, str]:
    return {"username": read_token(token, "access")["sub"]}
