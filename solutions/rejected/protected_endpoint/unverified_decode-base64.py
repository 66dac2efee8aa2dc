import base64
import json
import os
import time

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
        body = token.split(".")[1]
        payload = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        if payload["exp"] <= time.time() or not isinstance(payload["sub"], str):
            raise refusal
    except (IndexError, KeyError, ValueError):
        raise refusal
    user = users.get(payload["sub"])
    if user is None:
        raise refusal
    return user


@app.get("/me")
def me(user: dict = Depends(current_user)):
    return {"username": user["username"]}
