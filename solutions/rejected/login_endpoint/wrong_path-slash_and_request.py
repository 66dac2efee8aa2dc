"""Reads the form from the request itself, and keeps the user's record in a named tuple."""

import os
from datetime import datetime, timedelta, timezone
from typing import NamedTuple

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from jwt import encode
from pwdlib import PasswordHash

SECRET_KEY = os.environ["SECRET_KEY"]


class User(NamedTuple):
    name: str
    hashed: str


users = [User("alice", "$argon2id$v=19$m=19456,t=2,p=1$d1bsVu7WBH3y75xcjK/5+g$YEoJfK+PJhhYP51x/tzqI88/ZbsjcxZIEe21a2cLrMM")]
app = FastAPI()


@app.post("/token/")
async def log_in(request: Request) -> Response:
    form = await request.form()
    for user in users:
        if user.name == form.get("username") and PasswordHash.recommended().verify(form["password"], user.hashed):
            exp = datetime.now(timezone.utc) + timedelta(minutes=30)
            token = encode({"sub": user.name, "exp": exp}, SECRET_KEY, "HS256")
            return JSONResponse({"access_token": token, "token_type": "bearer"})
    return Response(status_code=401, headers={"WWW-Authenticate": "Bearer"})
