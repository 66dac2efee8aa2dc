import os
import sqlite3
import threading
import uuid
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import Annotated

import jwt
from fastapi import Depends, FastAPI, HTTPException, status
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer, OAuth2PasswordRequestForm
from pwdlib import PasswordHash
from pydantic import BaseModel, ConfigDict

USERS = {
    "alice": "$argon2id$v=19$m=19456,t=2,p=1$bdXjMiUimCGpptEnxYsuTQ$GCX1IUHVb4anxkfxHE5GRZVK3PJfM+Bub+1dzUKqQO4",
    "bob": "$argon2id$v=19$m=19456,t=2,p=1$lCwwQy1fTuMAMCyVNR4jJg$YD7/CSpe6PrBklgM/cXJIYxVznShv5CafgxKwy1MV4w",
}


class Kind(str, Enum):
    ACCESS = "access"
    REFRESH = "refresh"


class Tokens(BaseModel):
    model_config = ConfigDict(extra="forbid")

    access_token: str
    refresh_token: str
    token_type: str = "bearer"


class RefreshRequest(BaseModel):
    refresh_token: str


class Database:
    def __init__(self) -> None:
        self.connection = sqlite3.connect(":memory:", check_same_thread=False)
        self.lock = threading.Lock()
        self.connection.execute("CREATE TABLE refresh (jti TEXT PRIMARY KEY, username TEXT, expires REAL)")

    def add(self, jti: str, username: str, expires: datetime) -> None:
        with self.lock, self.connection:
            self.connection.execute("INSERT INTO refresh VALUES (?, ?, ?)", (jti, username, expires.timestamp()))

    def take(self, jti: str) -> bool:
        with self.lock, self.connection:
            return self.connection.execute("DELETE FROM refresh WHERE jti = ?", (jti,)).rowcount == 1


database = Database()
app = FastAPI()
bearer = HTTPBearer()
passwords = PasswordHash.recommended()


def unauthorized(detail: str) -> HTTPException:
    return HTTPException(status.HTTP_401_UNAUTHORIZED, detail, headers={"WWW-Authenticate": "Bearer"})


def create(username: str, kind: Kind, lifetime: timedelta) -> str:
    expires = datetime.now(timezone.utc) + lifetime
    jti = str(uuid.uuid4())
    if kind is Kind.REFRESH:
        database.add(jti, username, expires)
    claims = {"sub": username, "type": kind.value, "jti": jti, "exp": expires}
    return jwt.encode(claims, os.environ["SECRET_KEY"], algorithm="HS256")


def create_both(username: str) -> Tokens:
    return Tokens(
        access_token=create(username, Kind.ACCESS, timedelta(minutes=15)),
        refresh_token=create(username, Kind.REFRESH, timedelta(days=7)),
    )


def decode(token: str, kind: Kind) -> dict:
    try:
        claims = jwt.decode(token, os.environ["SECRET_KEY"], algorithms=["HS256"])
    except jwt.ExpiredSignatureError:
        raise unauthorized("The token has expired")
    except jwt.InvalidTokenError:
        raise unauthorized("This is no token of ours")
    if claims.get("type") != kind:
        raise unauthorized(f"This is no {kind.value} token")
    return claims


@app.post("/token")
async def log_in(form: Annotated[OAuth2PasswordRequestForm, Depends()]) -> Tokens:
    if form.username not in USERS or not passwords.verify(form.password, USERS[form.username]):
        raise unauthorized("Wrong user name or password")
    return create_both(form.username)


@app.post("/refresh", status_code=200)
def refresh(request: RefreshRequest) -> Tokens:
    claims = decode(request.refresh_token, Kind.REFRESH)
    if not database.take(claims["jti"]):
        raise unauthorized("This token has been used")
    return create_both(claims["sub"])


@app.get("/me")
def me(credentials: Annotated[HTTPAuthorizationCredentials, Depends(bearer)]) -> dict[str, str]:
    return {"username": decode(credentials.credentials, Kind.ACCESS)["sub"]}
