"""Uses argon2-cffi by itself, which raises where a password does not match."""

import os
from datetime import datetime, timedelta, timezone

import jwt
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from fastapi import Depends, FastAPI, HTTPException, status
from fastapi.security import OAuth2PasswordRequestForm

SECRET_KEY = os.environ["SECRET_KEY"]
users = {"alice": "$argon2id$v=19$m=19456,t=2,p=1$d1bsVu7WBH3y75xcjK/5+g$YEoJfK+PJhhYP51x/tzqI88/ZbsjcxZIEe21a2cLrMM"}
hasher = PasswordHasher()
unauthorized = HTTPException(
    status_code=status.HTTP_401_UNAUTHORIZED,
    detail="Incorrect username or password",
    headers={"WWW-Authenticate": "Bearer"},
)
app = FastAPI()


@app.post("/token")
def log_in(form: OAuth2PasswordRequestForm = Depends()):
    try:
        hasher.verify(users[form.username], form.password)
    except (KeyError, VerifyMismatchError):
        raise unauthorized
    payload = {"sub": form.username, "exp": datetime.now(timezone.utc) + timedelta(minutes=30)}
    return {"access_token": jwt.encode(payload, SECRET_KEY, algorithm="HS256"), "token_type": "bearer"}
