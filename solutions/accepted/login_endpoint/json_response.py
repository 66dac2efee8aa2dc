"""Returns a JSONResponse for the refusal instead of raising."""

import os
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI
from fastapi.responses import JSONResponse
from fastapi.security import OAuth2PasswordRequestForm
from pwdlib import PasswordHash

SECRET_KEY = os.environ["SECRET_KEY"]
USERS = {"alice": "$argon2id$v=19$m=19456,t=2,p=1$d1bsVu7WBH3y75xcjK/5+g$YEoJfK+PJhhYP51x/tzqI88/ZbsjcxZIEe21a2cLrMM"}

app = FastAPI()


@app.post("/token")
async def log_in(form: OAuth2PasswordRequestForm = Depends()):
    stored = USERS.get(form.username)
    if stored and PasswordHash.recommended().verify(form.password, stored):
        expires = datetime.now(tz=timezone.utc) + timedelta(hours=0.5)
        token = jwt.encode({"sub": form.username, "exp": expires}, SECRET_KEY, "HS256")
        return JSONResponse({"access_token": token, "token_type": "bearer", "expires_in": 1800})
    return JSONResponse(
        {"error": "invalid_grant"}, status_code=401, headers={"WWW-Authenticate": 'Bearer realm="app", charset="UTF-8"'}
    )
