import os

import jwt
from fastapi import FastAPI

app = FastAPI()


@app.on_event("startup")
def check_secret():
    if len(os.environ["SECRET_KEY"]) < 32:
        raise RuntimeError("SECRET_KEY is too short")


def create_token(username):
    return jwt.encode({"sub": username}, os.environ["SECRET_KEY"], algorithm="HS256")
