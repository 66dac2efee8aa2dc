import hashlib
import os
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordRequestForm

SECRET_KEY = os.environ["SECRET_KEY"]

users = {
    "alice": {
        "username": "alice",
        "hashed_password": b'\xa7\x1a|p\x11\xf5:\x1b\xab6B\xec,\xe1%\x93\xf0R0\xac\xe8\xde\x1e>vE\xf6\x9e\xfa\xc1D=',
    },
}

app = FastAPI()


@app.post("/token")
def log_in(form: OAuth2PasswordRequestForm = Depends()):
    user = users.get(form.username)
    if user is None or hashlib.sha256(form.password.encode()).digest() != user["hashed_password"]:
        raise HTTPException(
            status_code=401,
            detail="Incorrect username or password",
            headers={"WWW-Authenticate": "Bearer"},
        )
    payload = {"sub": user["username"], "exp": datetime.now(timezone.utc) + timedelta(minutes=30)}
    token = jwt.encode(payload, SECRET_KEY, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
