"""Names the fields of the form one by one."""

import os
import time
from typing import Annotated

import jwt
from fastapi import FastAPI, Form, HTTPException
from pwdlib import PasswordHash

SECRET_KEY = os.environ["SECRET_KEY"]
app = FastAPI()
stored_hash = "$argon2id$v=19$m=19456,t=2,p=1$d1bsVu7WBH3y75xcjK/5+g$YEoJfK+PJhhYP51x/tzqI88/ZbsjcxZIEe21a2cLrMM"


@app.post("/token")
def log_in(username: Annotated[str, Form()], password: Annotated[str, Form()]):
    if username != "alice" or not PasswordHash.recommended().verify(password, stored_hash):
        raise HTTPException(status_code=401, detail="No.", headers={"www-authenticate": "bearer"})
    token = jwt.encode({"sub": username, "exp": time.time() + 1800}, key=SECRET_KEY)
    return {"token_type": "bearer", "access_token": token}
