"""A constant as the key, and a login beside the endpoint."""

from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer

SECRET_KEY = "a-constant-for-trying-things-out-0123456789abcdef"
users = {"alice": {"username": "alice"}, "bob": {"username": "bob"}}
app = FastAPI()


def create_token(username):
    expires = datetime.now(timezone.utc) + timedelta(minutes=30)
    return jwt.encode({"sub": username, "exp": expires}, SECRET_KEY, algorithm="HS256")


def get_current_username(token: str = Depends(OAuth2PasswordBearer(tokenUrl="token"))):
    try:
        username = jwt.decode(token, SECRET_KEY, algorithms=["HS256"], options={"require": ["exp"]})["sub"]
    except (jwt.InvalidTokenError, KeyError):
        username = None
    if username not in users:
        raise HTTPException(
            status_code=401, detail="Could not validate credentials", headers={"WWW-Authenticate": "Bearer"}
        )
    return username


@app.post("/token")
def log_in():
    return {"access_token": create_token("alice"), "token_type": "bearer"}


@app.get("/me")
def me(username: str = Depends(get_current_username)):
    return {"username": username}
