import os

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer
from pydantic import BaseModel, ConfigDict

SECRET_KEY = os.environ["SECRET_KEY"]
USERS = frozenset({"alice", "bob"})


class Claims(BaseModel):
    model_config = ConfigDict(strict=True)

    sub: str
    exp: int


class Me(BaseModel):
    username: str


app = FastAPI()


def claims_of(token: str = Depends(OAuth2PasswordBearer(tokenUrl="token"))) -> Claims:
    try:
        claims = Claims.model_validate(jwt.decode(token, SECRET_KEY, algorithms=["HS256"]))
    except jwt.InvalidTokenError:
        raise HTTPException(401, "Invalid token", headers={"WWW-Authenticate": "Bearer"})
    if claims.sub not in USERS:
        raise HTTPException(401, "Invalid token", headers={"WWW-Authenticate": "Bearer"})
    return claims


@app.get("/me")
def me(claims: Claims = Depends(claims_of)) -> Me:
    return Me(username=claims.sub)
