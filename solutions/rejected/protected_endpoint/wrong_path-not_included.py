import os

import jwt
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request, status
from fastapi.security import OAuth2PasswordBearer

SECRET_KEY = os.environ["SECRET_KEY"]
oauth2 = OAuth2PasswordBearer(tokenUrl="/token", auto_error=False)


class UserStore:
    def __init__(self, *names: str) -> None:
        self._users = {name: {"username": name} for name in names}

    def by_name(self, name: object) -> dict | None:
        return self._users.get(name) if isinstance(name, str) else None


store = UserStore("alice", "bob")


def require_user(request: Request, token: str | None = Depends(oauth2)) -> None:
    error = HTTPException(status.HTTP_401_UNAUTHORIZED, headers={"WWW-Authenticate": "Bearer"})
    if token is None:
        raise error
    try:
        payload = jwt.decode(token, SECRET_KEY, algorithms=["HS256"])
    except jwt.exceptions.InvalidTokenError as reason:
        raise error from reason
    user = store.by_name(payload.get("sub"))
    if user is None or payload.get("exp") is None:
        raise error
    request.state.user = user


router = APIRouter(dependencies=[Depends(require_user)])


@router.get("/me")
def me(request: Request):
    return request.state.user


app = FastAPI()
