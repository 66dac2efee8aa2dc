import os
from datetime import datetime, timedelta, timezone
from typing import Annotated
from uuid import uuid4

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
unused = set()


class RefreshRequest(BaseModel):
    refresh_token: str


def refuse():
    return HTTPException(401, "Not accepted", {"WWW-Authenticate": "Bearer"})


def make_token(username, lifetime, **more):
    payload = {"sub": username, "exp": datetime.now(timezone.utc) + lifetime, **more}
    return jwt.encode(payload, SECRET_KEY, algorithm="HS256")


def answer(username):
    number = str(uuid4())
    unused.add(number)
    access_token = make_token(username, timedelta(minutes=15))
    refresh_token = make_token(username, timedelta(days=7), jti=number)
    return {"access_token": access_token, "refresh_token": refresh_token, "token_type": "bearer"}


def read_token(token):
    try:
        return jwt.decode(token, SECRET_KEY, algorithms=["HS256"])
    except jwt.PyJWTError:
        raise refuse()


@app.post("/token")
def log_in(form: Annotated[OAuth2PasswordRequestForm, Depends()]):
    if form.username not in USERS or not hasher.verify(form.password, USERS[form.username]):
        raise refuse()
    return answer(form.username)


@app.post("/refresh")
def refresh(body: RefreshRequest):
    claims = read_token(body.refresh_token)
    try:
        unused.remove(claims["jti"])
    except KeyError:
        raise refuse()
    return answer(claims["sub"])


@app.get("/me")
def me(token: Annotated[str, Depends(bearer)]):
    claims = read_token(token)
    if "jti" in claims:
        raise refuse()
    return {"username": claims["sub"]}
