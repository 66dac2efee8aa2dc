"""Lets PyJWT's errors through, and answers them in one place."""

import os

import jwt
from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from fastapi.security import OAuth2PasswordBearer

SECRET_KEY = os.environ["SECRET_KEY"]
users = {"alice": {"username": "alice"}, "bob": {"username": "bob"}}
bearer = OAuth2PasswordBearer(tokenUrl="token")
app = FastAPI()


@app.exception_handler(jwt.InvalidTokenError)
async def refuse(request: Request, error: jwt.InvalidTokenError):
    return JSONResponse({"detail": str(error)}, status_code=401, headers={"WWW-Authenticate": "Bearer"})


def current_user(token: str = Depends(bearer)):
    payload = jwt.decode(token, SECRET_KEY, algorithms=["HS256"], options={"require": ["exp", "sub"]})
    if payload["sub"] not in users:
        raise jwt.InvalidTokenError("There is no such user")
    return users[payload["sub"]]


@app.get("/me")
def me(user=Depends(current_user)):
    return user
