"""Reads the header of the request, in whatever case its scheme is written."""

import os

import jwt
from fastapi import Depends, FastAPI, HTTPException, Request

SECRET_KEY = os.environ["SECRET_KEY"]
KNOWN = ("alice", "bob")
app = FastAPI()


def bearer_token(request: Request):
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def username(token: str = Depends(bearer_token)):
    try:
        payload = jwt.decode(token, SECRET_KEY, ["HS256"], options={"require": ["exp", "sub"]})
    except jwt.PyJWTError:
        payload = {}
    name = payload.get("sub")
    if name not in KNOWN:
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})
    return name


@app.get("/me")
def me(name: str = Depends(username)):
    return {"username": name}
