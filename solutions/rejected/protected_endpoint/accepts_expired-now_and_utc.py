import os
from datetime import datetime

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer

SECRET_KEY = os.environ["SECRET_KEY"]
users = {"alice": {"username": "alice"}, "bob": {"username": "bob"}}
app = FastAPI()


def verify(token):
    try:
        payload = jwt.decode(token, SECRET_KEY, algorithms=["HS256"], options={"verify_exp": False})
    except jwt.PyJWTError:
        return None
    exp = payload.get("exp")
    if not isinstance(exp, (int, float)) or datetime.utcfromtimestamp(exp) <= datetime.now():
        return None
    return payload


@app.get("/me")
async def me(token: str = Depends(OAuth2PasswordBearer(tokenUrl="token"))):
    payload = verify(token)
    user = users.get(payload.get("sub")) if payload else None
    if user is None:
        raise HTTPException(status_code=401, detail="Invalid token", headers={"WWW-Authenticate": "Bearer"})
    return {"username": user["username"]}
