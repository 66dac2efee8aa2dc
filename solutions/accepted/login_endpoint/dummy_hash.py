"""Verifies against a hash made for nobody where the user is unknown, so that both refusals take as long."""

import os
import secrets
import time

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordRequestForm
from pwdlib import PasswordHash

SECRET_KEY = os.environ["SECRET_KEY"]

hashes = {"alice": "$argon2id$v=19$m=19456,t=2,p=1$d1bsVu7WBH3y75xcjK/5+g$YEoJfK+PJhhYP51x/tzqI88/ZbsjcxZIEe21a2cLrMM"}
hasher = PasswordHash.recommended()
NOBODY = hasher.hash(secrets.token_hex(16))

app = FastAPI()


@app.post("/token")
def token(form: OAuth2PasswordRequestForm = Depends()):
    known = form.username in hashes
    matches = hasher.verify(form.password, hashes.get(form.username, NOBODY))
    if not (known and matches):
        raise HTTPException(401, "Incorrect username or password", {"WWW-Authenticate": "Bearer"})
    now = int(time.time())
    claims = {"sub": form.username, "iat": now, "exp": now + 30 * 60}
    return {"access_token": jwt.encode(claims, SECRET_KEY), "token_type": "bearer"}
