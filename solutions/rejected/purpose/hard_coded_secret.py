import jwt

SECRET_KEY = "b7f1c2a9d0e34f58a6b1c7d2e9f0a3b4c5d6e7f8"
ALGORITHM = "HS256"

USERS = {"alice": "wonderland"}


def create_access_token(data):
    return jwt.encode(data, SECRET_KEY, algorithm=ALGORITHM)


def login(username, password, secret):
    if username not in USERS or USERS[username] != password:
        return None
    return {"access_token": create_access_token({"sub": username}), "token_type": "bearer"}
