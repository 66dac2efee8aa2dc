import os

import jwt
from fastapi import FastAPI, Header, HTTPException

SECRET_KEY = os.environ["SECRET_KEY"]
users = {"alice": {"username": "alice"}, "bob": {"username": "bob"}}
app = FastAPI()
refusal = HTTPException(status_code=401, detail="Unauthorized", headers={"WWW-Authenticate": "Bearer"})


@app.get("/me")
def me(authorization: str | None = Header(default=None)):
    if not authorization:
        raise refusal
    token = authorization.split(" ")[-1]
    try:
        payload = jwt.decode(token, SECRET_KEY, algorithms=["HS256"], options={"require": ["exp"]})
        return {"username": users[payload["sub"]]["username"]}
    except (jwt.InvalidTokenError, KeyError):
        raise refusal from None
