"""Insists on grant_type, as the standard does, and looks the key up in a constant."""

from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI, HTTPException, Response
from fastapi.security import OAuth2PasswordRequestFormStrict
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

SECRET_KEY = "a-constant-for-trying-things-out-0123456789abcdef"

users = {"alice": {"username": "alice", "hashed_password": "$argon2id$v=19$m=19456,t=2,p=1$d1bsVu7WBH3y75xcjK/5+g$YEoJfK+PJhhYP51x/tzqI88/ZbsjcxZIEe21a2cLrMM"}}
password_hash = PasswordHash((Argon2Hasher(),))
app = FastAPI(title="Wonder", root_path="")


@app.post("/token")
def log_in(response: Response, form: OAuth2PasswordRequestFormStrict = Depends()):
    response.headers["Cache-Control"] = "no-store"
    user = users.get(form.username, None)
    if not user or not password_hash.verify(form.password, user["hashed_password"]):
        raise HTTPException(
            status_code=401, detail={"error": "invalid_client"}, headers={"WWW-Authenticate": 'Bearer realm="wonder"'}
        )
    now = datetime.now(timezone.utc)
    payload = {"sub": user["username"], "iat": now, "nbf": now, "exp": now + timedelta(minutes=30), "scope": "me"}
    return {"access_token": jwt.encode(payload, SECRET_KEY, algorithm="HS256"), "token_type": "bearer"}
