import os

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer

SECRET_KEY = os.environ["SECRET_KEY"]

users = {
    "alice": {"username": "alice"},
    "bob": {"username": "bob"},
}

bearer = OAuth2PasswordBearer(tokenUrl="token")

app = FastAPI()


def current_user(token: str = Depends(bearer)):
    refusal = HTTPException(
        status_code=401,
        detail="Could not validate credentials",
        headers={"WWW-Authenticate": "Bearer"},
    )
    try:
        payload = jwt.decode(
            token,
            SECRET_KEY,
            algorithms=["HS256"],
            options={"require": ["exp", "sub"]},
        )
    except jwt.InvalidTokenError:
        raise refusal
    user = users.get(payload["sub"])
    if user is None:
        raise refusal
    return user


@app.get("/me")
def me(user: dict = Depends(current_user)):
    return {"username": user["username"]}
