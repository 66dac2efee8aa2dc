"""Catches every error by name, and keeps its settings in a cached function."""

import os
from functools import lru_cache
from typing import NamedTuple

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer
from jwt.exceptions import (
    DecodeError,
    ExpiredSignatureError,
    InvalidAlgorithmError,
    InvalidTokenError,
    MissingRequiredClaimError,
)

SECRET_KEY = os.environ["SECRET_KEY"]


class Settings(NamedTuple):
    key: str
    algorithm: str


@lru_cache
def settings() -> Settings:
    return Settings(SECRET_KEY, "HS256")


users = {"alice": {"username": "alice"}, "bob": {"username": "bob"}}
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="/token")
app = FastAPI()


def decode(token: str, config: Settings = Depends(settings)) -> dict:
    return jwt.decode(token, config.key, algorithms=[config.algorithm], options={"require": ["exp"], "verify_exp": True})


def current_user(token: str = Depends(oauth2_scheme), config: Settings = Depends(settings)) -> dict:
    detail = None
    try:
        payload = decode(token, config)
        return users[payload["sub"]]
    except ExpiredSignatureError:
        detail = "The token has expired"
    except MissingRequiredClaimError as error:
        detail = f"The token has no {error.claim}"
    except InvalidAlgorithmError:
        detail = "The token is signed by another algorithm"
    except (DecodeError, InvalidTokenError):
        detail = "The token is not valid"
    except KeyError:
        detail = "The user is not known"
    raise HTTPException(status_code=401, detail=detail, headers={"WWW-Authenticate": "Bearer"})


@app.get("/me")
def me(current: dict = Depends(current_user)) -> dict:
    return current
