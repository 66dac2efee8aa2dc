import os

import jwt
from fastapi import Depends, FastAPI, Header, HTTPException

SECRET_KEY = os.environ["SECRET_KEY"]

users = {
    "alice": {"username": "alice"},
    "bob": {"username": "bob"},
}

app = FastAPI()


def current_user(authorization: str = Header("")):
    refusal = HTTPException(
        status_code=401,
        detail="Could not validate credentials",
        headers={"WWW-Authenticate": "Bearer"},
    )
    scheme, _, token = authorization.partition(" ")
    if authorization and scheme.lower() != "bearer":
        raise HTTPException(status_code=401, detail="Send a Bearer token")
    try:
        payload = jwt.decode(token, SECRET_KEY, algorithms=["HS256"], options={"require": ["exp", "sub"]})
    except jwt.InvalidTokenError:
        raise refusal
    user = users.get(payload["sub"])
    if user is None:
        raise refusal
    return user


@app.get("/me")
def me(user: dict = Depends(current_user)):
    return {"username": user["username"]}
