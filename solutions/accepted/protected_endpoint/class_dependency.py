"""A class that can be called, which is a dependency too."""

import os
from dataclasses import dataclass

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer

SECRET_KEY = os.environ["SECRET_KEY"]


@dataclass
class User:
    username: str


USERS = [User("alice"), User("bob")]


class CurrentUser:
    def __init__(self, key: str, algorithms: list[str]) -> None:
        self.key, self.algorithms = key, algorithms

    def __call__(self, token: str = Depends(OAuth2PasswordBearer(tokenUrl="token"))) -> User:
        try:
            payload = jwt.decode(token, self.key, algorithms=self.algorithms, options={"require": ["exp", "sub"]})
            return next(user for user in USERS if user.username == payload["sub"])
        except (jwt.InvalidTokenError, StopIteration):
            raise HTTPException(
                status_code=401, detail="Could not validate credentials", headers={"WWW-Authenticate": "Bearer"}
            ) from None


app = FastAPI()


@app.get("/me", response_model=User)
def me(user: User = Depends(CurrentUser(SECRET_KEY, ["HS256"]))):
    return user
