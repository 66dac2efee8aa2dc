"""Makes the application in a function, and names the algorithm as a text, in which PyJWT finds it too."""

import os

import jwt
from fastapi import FastAPI, HTTPException, Security, status
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

SECRET_KEY = os.environ["SECRET_KEY"]


class Unauthorized(HTTPException):
    def __init__(self, detail: str = "Unauthorized") -> None:
        super().__init__(status.HTTP_401_UNAUTHORIZED, detail, headers={"WWW-Authenticate": "Bearer"})


def create_app(users: dict[str, dict[str, str]]) -> FastAPI:
    app = FastAPI()
    scheme = HTTPBearer(auto_error=False)

    async def current_user(credentials: HTTPAuthorizationCredentials | None = Security(scheme)):
        if not credentials:
            raise Unauthorized
        try:
            claims = jwt.decode(
                jwt=credentials.credentials, key=SECRET_KEY, algorithms="HS256", options={"require": ["exp", "sub"]}
            )
        except jwt.ExpiredSignatureError as error:
            raise Unauthorized("Expired") from error
        except jwt.InvalidTokenError as error:
            raise Unauthorized(str(error)) from error
        if (name := claims["sub"]) not in users:
            raise Unauthorized("Unknown")
        return users[name]

    @app.get("/me", summary="Who am I?")
    async def me(user: dict = Security(current_user)):
        return {"username": user["username"]}

    return app


app = create_app({"alice": {"username": "alice"}, "bob": {"username": "bob"}})
