"""Has a lifespan, a middleware, threads, a task in the background, a cache, and says much on its way."""

import asyncio
import contextlib
import logging
import os
import threading
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import BackgroundTasks, Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordRequestForm
from pwdlib import PasswordHash

SECRET_KEY = os.environ["SECRET_KEY"]
HASH = "$argon2id$v=19$m=19456,t=2,p=1$d1bsVu7WBH3y75xcjK/5+g$YEoJfK+PJhhYP51x/tzqI88/ZbsjcxZIEe21a2cLrMM"
password_hash = PasswordHash.recommended()
logging.basicConfig(level=logging.DEBUG)
users = {}


@contextlib.asynccontextmanager
async def lifespan(app):
    users["alice"] = HASH
    ticking = asyncio.create_task(tick())
    yield
    ticking.cancel()


async def tick():
    while True:
        await asyncio.sleep(0.01)


app = FastAPI(lifespan=lifespan)


@app.middleware("http")
async def in_threads(request, call_next):
    await asyncio.to_thread(print, "asked:", request.url)
    return await call_next(request)


@app.post("/token")
async def log_in(background: BackgroundTasks, form: OAuth2PasswordRequestForm = Depends()):
    known = users.get(form.username, HASH)
    good = await asyncio.to_thread(password_hash.verify, form.password, known)
    if not good or form.username not in users:
        raise HTTPException(401, "Incorrect username or password", {"WWW-Authenticate": "Bearer"})
    background.add_task(threading.Thread(target=print, args=("logged in",)).start)
    payload = {"sub": form.username, "exp": datetime.now(timezone.utc) + timedelta(minutes=30)}
    return {"access_token": jwt.encode(payload, SECRET_KEY, algorithm="HS256"), "token_type": "bearer"}
