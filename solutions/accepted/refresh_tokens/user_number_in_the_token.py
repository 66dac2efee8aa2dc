import os
import secrets
import time

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from pydantic import BaseModel

SECRET_KEY = os.environ["SECRET_KEY"]
PEOPLE = [
    {"id": 1, "username": "alice", "hash": "$argon2id$v=19$m=19456,t=2,p=1$bdXjMiUimCGpptEnxYsuTQ$GCX1IUHVb4anxkfxHE5GRZVK3PJfM+Bub+1dzUKqQO4"},
    {"id": 2, "username": "bob", "hash": "$argon2id$v=19$m=19456,t=2,p=1$lCwwQy1fTuMAMCyVNR4jJg$YD7/CSpe6PrBklgM/cXJIYxVznShv5CafgxKwy1MV4w"},
]
REFRESH_KEY = secrets.token_hex(32)  # refresh tokens need not outlive the list below

app = FastAPI()
oauth2_scheme = OAuth2PasswordBearer("token")
hasher = PasswordHash((Argon2Hasher(),))
spent: dict[str, float] = {}


class Renew(BaseModel):
    refresh_token: str


def person(**wanted):
    return next((p for p in PEOPLE if all(p[key] == value for key, value in wanted.items())), None)


def answer(someone):
    now = time.time()
    access = {"sub": str(someone["id"]), "exp": now + 15 * 60}
    refresh = {"sub": str(someone["id"]), "exp": now + 7 * 24 * 3600, "jti": secrets.token_urlsafe()}
    return {
        "access_token": jwt.encode(access, SECRET_KEY),
        "refresh_token": jwt.encode(refresh, REFRESH_KEY),
        "token_type": "bearer",
    }


def read(token, key):
    try:
        return jwt.decode(token, key, algorithms=["HS256"])
    except jwt.PyJWTError as error:
        raise HTTPException(status_code=401, detail=str(error))


@app.post("/token")
def token(form: OAuth2PasswordRequestForm = Depends()):
    someone = person(username=form.username)
    if someone is None or not hasher.verify(form.password, someone["hash"]):
        raise HTTPException(status_code=401)
    return answer(someone)


@app.post("/refresh")
def refresh(renew: Renew):
    claims = read(renew.refresh_token, REFRESH_KEY)
    for jti in [jti for jti, exp in spent.items() if exp < time.time()]:
        del spent[jti]
    if spent.setdefault(claims["jti"], 0.0):
        raise HTTPException(status_code=401, detail="Used already")
    spent[claims["jti"]] = claims["exp"]
    return answer(person(id=int(claims["sub"])))


@app.get("/me")
def me(token: str = Depends(oauth2_scheme)):
    return {"username": person(id=int(read(token, SECRET_KEY)["sub"]))["username"]}
