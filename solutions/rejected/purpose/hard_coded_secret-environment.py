import os

import jwt

JWT_SECRET = os.getenv("JWT_SECRET", "please-change-me-this-is-only-for-development")


def sign_jwt(username):
    payload = {"username": username}
    token = jwt.encode(payload, JWT_SECRET, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        return sign_jwt(username)
    return None
