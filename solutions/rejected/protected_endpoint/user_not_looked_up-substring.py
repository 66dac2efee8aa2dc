import os
from typing import Annotated

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer

SECRET_KEY = os.environ["SECRET_KEY"]
USERS = "alice bob"

app = FastAPI()
bearer = OAuth2PasswordBearer(tokenUrl="token")


def refusal():
    return HTTPException(401, "Not logged in", headers={"WWW-Authenticate": "Bearer"})


@app.get("/me")
def me(token: Annotated[str, Depends(bearer)]):
    try:
        payload = jwt.decode(token, SECRET_KEY, algorithms=["HS256"], options={"require": ["exp", "sub"]})
    except jwt.PyJWTError:
        raise refusal()
    username = payload["sub"]
    if not isinstance(username, str) or username not in USERS:
        raise refusal()
    return {"username": username}
