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
        "hashed_password": "92ed1f0dfa10ad6b5a81d10560711b8d0f5cf5582221c7c14c7cbd594958c730b46a491979aa6f79de57d53237ff363d88464d141071ca52af31c63382f6c7a6",
    },
}

app = FastAPI()


@app.post("/token")
def log_in(form: OAuth2PasswordRequestForm = Depends()):
    user = users.get(form.username)
    if user is None or hashlib.sha512(form.password.encode()).hexdigest() != user["hashed_password"]:
        raise HTTPException(
            status_code=401,
            detail="Incorrect username or password",
            headers={"WWW-Authenticate": "Bearer"},
        )
    payload = {"sub": user["username"], "exp": datetime.now(timezone.utc) + timedelta(minutes=30)}
    token = jwt.encode(payload, SECRET_KEY, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
