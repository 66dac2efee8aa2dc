import os
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordRequestForm
from passlib.context import CryptContext

SECRET_KEY = os.environ["SECRET_KEY"]

users = {
    "alice": {
        "username": "alice",
        "hashed_password": (
            "$2b$04$5K73NQ.jXZ1Qh67CaQvC7udQT9/9NtUqfLuEkEWfwxq1ZUfVGmM3y"
        ),
    },
}
password_hash = CryptContext(schemes=["bcrypt"])

app = FastAPI()


@app.post("/token")
def log_in(form: OAuth2PasswordRequestForm = Depends()):
    user = users.get(form.username)
    if user is None or not password_hash.verify(form.password, user["hashed_password"]):
        raise HTTPException(
            status_code=401,
            detail="Incorrect username or password",
            headers={"WWW-Authenticate": "Bearer"},
        )
    payload = {"sub": user["username"], "exp": datetime.now(timezone.utc) + timedelta(minutes=30)}
    token = jwt.encode(payload, SECRET_KEY, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
