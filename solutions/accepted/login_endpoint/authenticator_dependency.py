"""The user comes out of a dependency that has already refused everyone else."""

import os
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordRequestForm
from pwdlib import PasswordHash

SECRET_KEY = os.environ["SECRET_KEY"]

app = FastAPI()
ph = PasswordHash.recommended()


class Users:
    def __init__(self):
        self._hashes = {"alice": "$argon2id$v=19$m=19456,t=2,p=1$d1bsVu7WBH3y75xcjK/5+g$YEoJfK+PJhhYP51x/tzqI88/ZbsjcxZIEe21a2cLrMM"}

    def find(self, name):
        return self._hashes.get(name)


users = Users()


def get_users():
    return users


def authenticated(form: OAuth2PasswordRequestForm = Depends(), store: Users = Depends(get_users)) -> str:
    stored = store.find(form.username)
    try:
        if stored is None:
            raise LookupError(form.username)
        if not ph.verify(form.password, stored):
            raise PermissionError(form.username)
    except (LookupError, PermissionError) as error:
        raise HTTPException(
            status_code=401, detail="Wrong username or password", headers={"WWW-Authenticate": "Bearer"}
        ) from error
    return form.username


@app.post("/token", status_code=200)
async def log_in(username: str = Depends(authenticated)):
    exp = datetime.now(timezone.utc).replace(microsecond=0) + timedelta(minutes=30)
    return dict(access_token=jwt.encode(dict(sub=username, exp=exp), SECRET_KEY), token_type="bearer")
