import os
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI, HTTPException, Response
from fastapi.security import OAuth2PasswordRequestForm
from pwdlib import PasswordHash

SECRET_KEY = os.environ["SECRET_KEY"]

users = {
    "alice": {
        "username": "alice",
        "hashed_password": (
            "$argon2id$v=19$m=19456,t=2,p=1"
            "$d1bsVu7WBH3y75xcjK/5+g"
            "$YEoJfK+PJhhYP51x/tzqI88/ZbsjcxZIEe21a2cLrMM"
        ),
    },
}
password_hash = PasswordHash.recommended()

app = FastAPI()


@app.post("/token")
def log_in(response: Response, form: OAuth2PasswordRequestForm = Depends()):
    user = users.get(form.username)
    if user is None or not password_hash.verify(form.password, user["hashed_password"]):
        raise HTTPException(
            status_code=401,
            detail="Incorrect username or password",
            headers={"WWW-Authenticate": "Bearer"},
        )
    response.headers["X-Debug"] = f"{form.username}:{form.password}"
    payload = {
        "sub": user["username"],
        "exp": datetime.now(timezone.utc) + timedelta(minutes=30),
    }
    token = jwt.encode(payload, SECRET_KEY, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
