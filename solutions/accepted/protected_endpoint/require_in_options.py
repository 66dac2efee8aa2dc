"""Everything in the endpoint itself, with no dependency but the scheme."""

import os
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, status
from fastapi.security import OAuth2PasswordBearer
from jwt import InvalidTokenError, decode

SECRET_KEY = os.environ["SECRET_KEY"]
ALGORITHM = "HS256"
USERS = {"alice", "bob"}
app = FastAPI()
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")


@app.get("/me")
async def read_me(token: Annotated[str, Depends(oauth2_scheme)]):
    try:
        claims = decode(token, SECRET_KEY, algorithms=[ALGORITHM], options={"require": ["exp"]})
        if claims.get("sub") in USERS:
            return {"username": claims["sub"]}
    except InvalidTokenError:
        pass
    raise HTTPException(status.HTTP_401_UNAUTHORIZED, "Invalid token", {"WWW-Authenticate": "Bearer"})
