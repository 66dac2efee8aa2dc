"""Verifies in a worker thread, so that the event loop is free meanwhile."""

import asyncio
import os
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.concurrency import run_in_threadpool
from fastapi.security import OAuth2PasswordRequestForm
from pwdlib import PasswordHash

SECRET_KEY = os.environ["SECRET_KEY"]
users = {"alice": {"username": "alice", "hashed_password": "$argon2id$v=19$m=19456,t=2,p=1$d1bsVu7WBH3y75xcjK/5+g$YEoJfK+PJhhYP51x/tzqI88/ZbsjcxZIEe21a2cLrMM"}}
password_hash = PasswordHash.recommended()
app = FastAPI()


async def find_user(username: str):
    await asyncio.sleep(0.01)  # as a database would take
    return users.get(username)


async def authenticate(username: str, password: str):
    user = await find_user(username)
    if user is None:
        return None
    matches = await run_in_threadpool(password_hash.verify, password, user["hashed_password"])
    return user if matches else None


@app.post("/token")
async def log_in(form: OAuth2PasswordRequestForm = Depends()):
    user = await authenticate(form.username, form.password)
    if user is None:
        raise HTTPException(401, "Incorrect username or password", headers={"WWW-Authenticate": "Bearer"})
    exp = datetime.now(timezone.utc) + timedelta(minutes=30)
    token = jwt.encode({"sub": user["username"], "exp": exp}, SECRET_KEY, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
