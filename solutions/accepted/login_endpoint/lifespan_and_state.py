"""Fills its store of users when the application starts."""

import os
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.security import OAuth2PasswordRequestForm
from pwdlib import PasswordHash
from pydantic import BaseModel

SECRET_KEY: str = os.environ["SECRET_KEY"]
HASH = "$argon2id$v=19$m=19456,t=2,p=1$d1bsVu7WBH3y75xcjK/5+g$YEoJfK+PJhhYP51x/tzqI88/ZbsjcxZIEe21a2cLrMM"


class Account(BaseModel):
    name: str
    password: str


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.accounts = [Account(name="alice", password=HASH)]
    app.state.hasher = PasswordHash.recommended()
    yield


app = FastAPI(lifespan=lifespan)


def create_access_token(subject: str, minutes: int = 30) -> str:
    now = datetime.now(timezone.utc)
    return jwt.encode({"sub": subject, "exp": now + timedelta(minutes=minutes)}, SECRET_KEY, algorithm="HS256")


@app.post("/token")
async def log_in(request: Request, form: OAuth2PasswordRequestForm = Depends()):
    state = request.app.state
    account = next((each for each in state.accounts if each.name == form.username), None)
    if account is None or state.hasher.verify(form.password, account.password) is False:
        raise HTTPException(401, "Login failed", {"WWW-Authenticate": "Bearer"})
    return {"access_token": create_access_token(account.name), "token_type": "bearer"}
