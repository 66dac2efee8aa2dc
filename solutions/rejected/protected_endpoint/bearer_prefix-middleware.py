import os

import jwt
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

SECRET_KEY = os.environ["SECRET_KEY"]
users = {"alice": {"username": "alice"}, "bob": {"username": "bob"}}
app = FastAPI()


def user_of(header: str | None):
    parts = (header or "").split()
    if len(parts) != 2:
        return None
    try:
        payload = jwt.decode(parts[1], SECRET_KEY, algorithms=["HS256"], options={"require": ["exp", "sub"]})
    except jwt.InvalidTokenError:
        return None
    return users.get(payload["sub"])


@app.middleware("http")
async def authenticate(request: Request, call_next):
    request.state.user = user_of(request.headers.get("authorization"))
    if request.state.user is None:
        return JSONResponse({"detail": "Unauthorized"}, status_code=401, headers={"WWW-Authenticate": "Bearer"})
    return await call_next(request)


@app.get("/me")
async def me(request: Request):
    return {"username": request.state.user["username"]}
