import hashlib
import os
import secrets
import time

import jwt
from fastapi import Body, Depends, FastAPI, HTTPException, status
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from pwdlib import PasswordHash

ACCESS_KEY = os.environ["SECRET_KEY"]
REFRESH_KEY = hashlib.sha256(b"refresh" + ACCESS_KEY.encode()).hexdigest()
ACCESS_SECONDS = 15 * 60
REFRESH_SECONDS = 7 * 24 * 60 * 60

users = {
    "alice": {"username": "alice", "hashed_password": "$argon2id$v=19$m=19456,t=2,p=1$bdXjMiUimCGpptEnxYsuTQ$GCX1IUHVb4anxkfxHE5GRZVK3PJfM+Bub+1dzUKqQO4"},
    "bob": {"username": "bob", "hashed_password": "$argon2id$v=19$m=19456,t=2,p=1$lCwwQy1fTuMAMCyVNR4jJg$YD7/CSpe6PrBklgM/cXJIYxVznShv5CafgxKwy1MV4w"},
}
good_refresh_tokens: dict[str, str] = {}

app = FastAPI(title="Two kinds of token")
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="/token")
password_hash = PasswordHash.recommended()

unauthorized = HTTPException(
    status_code=status.HTTP_401_UNAUTHORIZED,
    detail="Could not validate credentials",
    headers={"WWW-Authenticate": "Bearer"},
)


def pair(username: str) -> dict[str, str]:
    now = int(time.time())
    jti = secrets.token_hex(16)
    good_refresh_tokens[jti] = username
    access = jwt.encode({"sub": username, "exp": now + ACCESS_SECONDS}, ACCESS_KEY, algorithm="HS256")
    refresh = jwt.encode({"sub": username, "exp": now + REFRESH_SECONDS, "jti": jti}, REFRESH_KEY, algorithm="HS256")
    return {"access_token": access, "refresh_token": refresh, "token_type": "bearer"}


@app.post("/token")
async def login(form_data: OAuth2PasswordRequestForm = Depends()):
    user = users.get(form_data.username)
    if user is None or not password_hash.verify(form_data.password, user["hashed_password"]):
        raise unauthorized
    return pair(user["username"])


@app.post("/refresh")
async def refresh(refresh_token: str = Body(embed=True)):
    try:
        claims = jwt.decode(refresh_token, REFRESH_KEY, algorithms=["HS256"])
    except jwt.InvalidTokenError:
        raise unauthorized
    username = good_refresh_tokens.pop(claims["jti"], None)
    if username is None:
        raise unauthorized
    return pair(username)


async def get_current_user(token: str = Depends(oauth2_scheme)):
    try:
        username = jwt.decode(token, ACCESS_KEY, algorithms=["HS256"]).get("sub")
    except jwt.InvalidTokenError:
        raise unauthorized
    if username not in users:
        raise unauthorized
    return users[username]


@app.get("/me")
async def read_me(current_user: dict = Depends(get_current_user)):
    return {"username": current_user["username"]}
