import hashlib
import os
import secrets
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from typing import Annotated

import jwt
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from pwdlib import PasswordHash


@asynccontextmanager
async def lifespan(app):
    app.state.key = os.environ["SECRET_KEY"]
    app.state.good = {}  # hash of a refresh token: its user
    yield
    app.state.good.clear()


app = FastAPI(lifespan=lifespan)
USERS = {
    "alice": "$argon2id$v=19$m=19456,t=2,p=1$bdXjMiUimCGpptEnxYsuTQ$GCX1IUHVb4anxkfxHE5GRZVK3PJfM+Bub+1dzUKqQO4",
    "bob": "$argon2id$v=19$m=19456,t=2,p=1$lCwwQy1fTuMAMCyVNR4jJg$YD7/CSpe6PrBklgM/cXJIYxVznShv5CafgxKwy1MV4w",
}
hasher = PasswordHash.recommended()
oauth2 = OAuth2PasswordBearer(tokenUrl="token")
UNAUTHORIZED = HTTPException(status_code=401, detail="Unauthorized", headers={"WWW-Authenticate": "Bearer"})


def sign(request, typ, **claims):
    return jwt.encode(claims, request.app.state.key, algorithm="HS256", headers={"typ": typ})


def verify(request, token, typ):
    try:
        complete = jwt.decode_complete(token, request.app.state.key, algorithms=["HS256"])
    except jwt.PyJWTError:
        raise UNAUTHORIZED
    if complete["header"].get("typ") != typ:
        raise UNAUTHORIZED
    return complete["payload"]


def digest(token):
    return hashlib.sha256(token.encode()).hexdigest()


def issue(request, username):
    now = datetime.now(timezone.utc)
    refresh = sign(request, "rt+jwt", sub=username, exp=now + timedelta(days=7), nonce=secrets.token_hex(8))
    request.app.state.good[digest(refresh)] = username
    access = sign(request, "at+jwt", sub=username, exp=now + timedelta(minutes=15))
    return {"access_token": access, "refresh_token": refresh, "token_type": "bearer"}


@app.post("/token")
async def token(request: Request, form: Annotated[OAuth2PasswordRequestForm, Depends()]):
    if form.username in USERS and hasher.verify(form.password, USERS[form.username]):
        return issue(request, form.username)
    raise UNAUTHORIZED


@app.post("/refresh")
async def refresh(request: Request):
    body = await request.json()
    sent = body.get("refresh_token", "")
    claims = verify(request, sent, "rt+jwt")
    if request.app.state.good.pop(digest(sent), None) != claims["sub"]:
        raise UNAUTHORIZED
    return issue(request, claims["sub"])


@app.get("/me")
async def me(request: Request, token: Annotated[str, Depends(oauth2)]):
    return {"username": verify(request, token, "at+jwt")["sub"]}
