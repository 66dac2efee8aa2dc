"""Checks the signature with the standard library alone, and the rest by hand."""

import base64
import hashlib
import hmac
import json
import os
from datetime import datetime, timezone

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer

SECRET_KEY = os.environ["SECRET_KEY"]
users = {"alice": {"username": "alice"}, "bob": {"username": "bob"}}
app = FastAPI()


def decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def payload_of(token: str) -> dict:
    head, body, signature = token.split(".")
    if json.loads(decoded(head))["alg"] != "HS256":
        raise ValueError("another algorithm")
    expected = hmac.new(SECRET_KEY.encode(), f"{head}.{body}".encode(), hashlib.sha256).digest()
    if not hmac.compare_digest(expected, decoded(signature)):
        raise ValueError("another signature")
    payload = json.loads(decoded(body))
    if datetime.fromtimestamp(payload["exp"], timezone.utc) <= datetime.now(timezone.utc):
        raise ValueError("expired")
    return payload


@app.get("/me")
def me(token: str = Depends(OAuth2PasswordBearer(tokenUrl="token"))):
    try:
        return {"username": users[payload_of(token)["sub"]]["username"]}
    except (ValueError, KeyError, TypeError):
        raise HTTPException(401, "Unauthorized", {"WWW-Authenticate": "Bearer"})
