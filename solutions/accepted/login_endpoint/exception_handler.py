"""An exception of its own, turned into the answer by a handler."""

import os
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from fastapi.security import OAuth2PasswordRequestForm
from pwdlib import PasswordHash

SECRET_KEY = os.environ["SECRET_KEY"]
users = {"alice": {"username": "alice", "hashed_password": "$argon2id$v=19$m=19456,t=2,p=1$d1bsVu7WBH3y75xcjK/5+g$YEoJfK+PJhhYP51x/tzqI88/ZbsjcxZIEe21a2cLrMM"}}
password_hash = PasswordHash.recommended()
app = FastAPI()


class BadCredentials(Exception):
    pass


@app.exception_handler(BadCredentials)
def refuse(request: Request, error: BadCredentials):
    return JSONResponse(status_code=401, content={"detail": "Bad credentials"}, headers={"WWW-Authenticate": "Bearer"})


def authenticate(username, password):
    try:
        user = users[username]
    except KeyError:
        raise BadCredentials from None
    if not password_hash.verify(password, user["hashed_password"]):
        raise BadCredentials
    return user


@app.post("/token")
def log_in(form: OAuth2PasswordRequestForm = Depends(OAuth2PasswordRequestForm)):
    user = authenticate(form.username, form.password)
    exp = datetime.now(timezone.utc) + timedelta(minutes=30)
    encoded = jwt.encode(payload={"sub": user["username"], "exp": exp}, key=SECRET_KEY, algorithm="HS256")
    return {"access_token": encoded, "token_type": "bearer"}
