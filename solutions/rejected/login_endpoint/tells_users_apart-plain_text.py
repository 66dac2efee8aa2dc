import os
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.responses import PlainTextResponse
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
def log_in(form: OAuth2PasswordRequestForm = Depends()):
    user = users.get(form.username)
    refusal = {"WWW-Authenticate": "Bearer"}
    if user is None:
        return PlainTextResponse("Nobody is called so", 401, refusal)
    if not password_hash.verify(form.password, user["hashed_password"]):
        return PlainTextResponse("The password is wrong", 401, refusal)
    payload = {"sub": user["username"], "exp": datetime.now(timezone.utc) + timedelta(minutes=30)}
    token = jwt.encode(payload, SECRET_KEY, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
