import os

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

SECRET_KEY = os.environ["SECRET_KEY"]
users = {"alice": {"username": "alice"}, "bob": {"username": "bob"}}
security = HTTPBearer(auto_error=False)
app = FastAPI()


def unauthorized(reason: str) -> HTTPException:
    return HTTPException(401, reason, {"WWW-Authenticate": f'Bearer error="invalid_token", error_description="{reason}"'})


def get_payload(credentials: HTTPAuthorizationCredentials | None = Depends(security)) -> dict:
    try:
        return jwt.decode(
            credentials.credentials,
            SECRET_KEY,
            algorithms=["HS256"],
            options={"require": ["exp", "sub"], "verify_exp": True},
        )
    except jwt.ExpiredSignatureError:
        raise unauthorized("The token has expired")
    except jwt.InvalidTokenError:
        raise unauthorized("The token is not valid")


@app.get("/me")
def me(payload: dict = Depends(get_payload)):
    user = users.get(payload["sub"])
    if not user:
        raise unauthorized("The user is not known")
    return {"username": user["username"], "expires": payload["exp"]}
