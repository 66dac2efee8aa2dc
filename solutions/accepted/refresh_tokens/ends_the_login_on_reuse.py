import os
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer, OAuth2PasswordRequestForm
from pwdlib import PasswordHash
from pydantic import BaseModel

USERS = {
    "alice": "$argon2id$v=19$m=19456,t=2,p=1$bdXjMiUimCGpptEnxYsuTQ$GCX1IUHVb4anxkfxHE5GRZVK3PJfM+Bub+1dzUKqQO4",
    "bob": "$argon2id$v=19$m=19456,t=2,p=1$lCwwQy1fTuMAMCyVNR4jJg$YD7/CSpe6PrBklgM/cXJIYxVznShv5CafgxKwy1MV4w",
}


@dataclass
class Login:
    """What one device has been given; `current` is the only refresh token that is good."""

    username: str
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    current: str = ""


class NotAccepted(Exception):
    pass


class Tokens:
    def __init__(self, key):
        self.key = key
        self.logins = {}
        self.hasher = PasswordHash.recommended()

    def log_in(self, username, password):
        if username not in USERS or not self.hasher.verify(password, USERS[username]):
            raise NotAccepted
        login = Login(username)
        self.logins[login.id] = login
        return self.issue(login)

    def issue(self, login):
        login.current = uuid.uuid4().hex
        now = datetime.now(timezone.utc)
        access = {"sub": login.username, "token_use": "access", "exp": now + timedelta(minutes=15)}
        refresh = {"sub": login.username, "token_use": "refresh", "exp": now + timedelta(days=7)}
        refresh |= {"sid": login.id, "jti": login.current}
        return {
            "access_token": jwt.encode(access, self.key, algorithm="HS256"),
            "refresh_token": jwt.encode(refresh, self.key, algorithm="HS256"),
            "token_type": "bearer",
            "expires_in": 900,
        }

    def read(self, token, use):
        try:
            claims = jwt.decode(token, self.key, algorithms=["HS256"])
        except jwt.PyJWTError:
            raise NotAccepted from None
        if claims.get("token_use") != use:
            raise NotAccepted
        return claims

    def refresh(self, token):
        claims = self.read(token, "refresh")
        login = self.logins.get(claims["sid"])
        if login is None:
            raise NotAccepted
        if login.current != claims["jti"]:
            del self.logins[login.id]  # somebody has a copy: nobody goes on
            raise NotAccepted
        return self.issue(login)


class Body(BaseModel):
    refresh_token: str


app = FastAPI()
tokens = Tokens(os.environ["SECRET_KEY"])
security = HTTPBearer(auto_error=False)


@app.exception_handler(NotAccepted)
async def not_accepted(request: Request, error: NotAccepted):
    return JSONResponse({"detail": "Not accepted"}, 401, {"WWW-Authenticate": "Bearer"})


@app.post("/token")
def token(form: OAuth2PasswordRequestForm = Depends()):
    return tokens.log_in(form.username, form.password)


@app.post("/refresh")
def refresh(body: Body):
    return tokens.refresh(body.refresh_token)


@app.get("/me")
def me(credentials: HTTPAuthorizationCredentials | None = Depends(security)):
    if credentials is None:
        raise NotAccepted
    return {"username": tokens.read(credentials.credentials, "access")["sub"]}
