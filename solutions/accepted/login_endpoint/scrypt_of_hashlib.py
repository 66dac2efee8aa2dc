"""A hash of its own by scrypt, from the standard library."""

import hashlib
import hmac
import os
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordRequestForm

SECRET_KEY = os.environ["SECRET_KEY"]
users = {
    "alice": {
        "salt": "8f1d2c7a6b5e4f30918273645546372a",
        "key": "ec3ba660779d261c4d66315cc007c9cfdaffae6678e6301206a452218f69485fd586fb8a560a6e7b63c67926ca19fa75d2d2557a4a5886d4379be882cace6e1a",
    }
}
app = FastAPI()


def verify(password: str, salt: str, key: str) -> bool:
    worked_out = hashlib.scrypt(password.encode(), salt=bytes.fromhex(salt), n=2**14, r=8, p=1)
    return hmac.compare_digest(worked_out, bytes.fromhex(key))


@app.post("/token")
def log_in(form: OAuth2PasswordRequestForm = Depends()):
    user = users.get(form.username)
    if not user or not verify(form.password, user["salt"], user["key"]):
        raise HTTPException(401, "Incorrect username or password", headers={"WWW-Authenticate": "Bearer"})
    exp = datetime.now(timezone.utc) + timedelta(minutes=30)
    return {
        "access_token": jwt.encode({"sub": form.username, "exp": exp}, SECRET_KEY, algorithm="HS256"),
        "token_type": "bearer",
    }
