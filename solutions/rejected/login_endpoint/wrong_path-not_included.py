import os
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import APIRouter, Depends, FastAPI, HTTPException, status
from fastapi.security import OAuth2PasswordRequestForm
from pwdlib import PasswordHash
from pydantic import BaseModel


@dataclass(frozen=True)
class Settings:
    secret_key: str
    algorithm: str = "HS256"
    lifetime: timedelta = timedelta(minutes=30)


settings = Settings(secret_key=os.environ["SECRET_KEY"])
SECRET_KEY = settings.secret_key

USERS = {"alice": {"username": "alice", "hashed_password": "$argon2id$v=19$m=19456,t=2,p=1$d1bsVu7WBH3y75xcjK/5+g$YEoJfK+PJhhYP51x/tzqI88/ZbsjcxZIEe21a2cLrMM"}}
password_hash = PasswordHash.recommended()
router = APIRouter(tags=["auth"])


class TokenOut(BaseModel):
    access_token: str
    token_type: str = "bearer"


def issue(subject: str) -> str:
    expires = datetime.now(timezone.utc) + settings.lifetime
    return jwt.encode({"sub": subject, "exp": expires}, settings.secret_key, algorithm=settings.algorithm)


@router.post("/token", response_model=TokenOut)
def create_token(form: OAuth2PasswordRequestForm = Depends()) -> TokenOut:
    user = USERS.get(form.username)
    if user is None or not password_hash.verify(form.password, user["hashed_password"]):
        raise HTTPException(
            status.HTTP_401_UNAUTHORIZED,
            detail="Invalid credentials",
            headers={"WWW-Authenticate": "Bearer"},
        )
    return TokenOut(access_token=issue(user["username"]))


app = FastAPI()
