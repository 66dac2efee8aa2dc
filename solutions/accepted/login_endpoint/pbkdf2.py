"""A hash of its own by PBKDF2 with many rounds."""

import hashlib
import os
import secrets
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordRequestForm

SECRET_KEY = os.environ["SECRET_KEY"]
SALT = bytes.fromhex("8f1d2c7a6b5e4f30918273645546372a")
ROUNDS = 600_000
STORED = {"alice": bytes.fromhex("f98a7c1765ed20cd8bdafd1b86541b06ef4daf1f2238c8be3e31096d189abe4b")}
app = FastAPI()


@app.post("/token")
def log_in(form: OAuth2PasswordRequestForm = Depends()):
    derived = hashlib.pbkdf2_hmac("sha256", form.password.encode("utf-8"), SALT, ROUNDS)
    if not secrets.compare_digest(derived, STORED.get(form.username, b"")):
        raise HTTPException(
            status_code=401, detail="Incorrect username or password", headers={"WWW-Authenticate": "Bearer"}
        )
    payload = {"sub": form.username, "exp": datetime.now(timezone.utc) + timedelta(minutes=30)}
    return {"access_token": jwt.encode(payload, SECRET_KEY, algorithm="HS256"), "token_type": "bearer"}
