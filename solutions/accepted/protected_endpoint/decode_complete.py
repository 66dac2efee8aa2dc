"""Looks at the header as well, after it was verified."""

import os

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer

SECRET_KEY = os.environ["SECRET_KEY"]
users = {name: {"username": name} for name in ("alice", "bob")}
scheme = OAuth2PasswordBearer(tokenUrl="token", scheme_name="JWT")
app = FastAPI()
decoder = jwt.PyJWT({"require": ["exp", "sub"]})


def get_current_user(token: str = Depends(scheme)):
    try:
        whole = decoder.decode_complete(token, SECRET_KEY, algorithms=("HS256",))
        assert whole["header"]["typ"] == "JWT"
        return users[whole["payload"]["sub"]]
    except Exception:
        raise HTTPException(
            status_code=401, detail="Could not validate credentials", headers={"WWW-Authenticate": "Bearer"}
        )


@app.get("/me")
def me(current_user: dict = Depends(get_current_user)):
    return current_user
