import os
from contextlib import asynccontextmanager

import jwt
from fastapi import FastAPI
from pydantic import BaseModel

SECRET_KEY = os.environ.get("SECRET_KEY")
if SECRET_KEY is None:
    raise RuntimeError("Missing environment variable: SECRET_KEY")
if len(SECRET_KEY) < 32:
    raise RuntimeError("SECRET_KEY is shorter than 32 bytes")


class Token(BaseModel):
    access_token: str
    token_type: str = "bearer"


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.secret_key = SECRET_KEY
    yield


app = FastAPI(lifespan=lifespan)


def create_token(username: str) -> str:
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")


@app.post("/token")
def token(username: str) -> Token:
    return Token(access_token=create_token(username))
