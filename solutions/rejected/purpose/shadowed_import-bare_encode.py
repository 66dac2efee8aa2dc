import jwt

USERS = {"alice": "wonderland"}


def create_access_token(data: dict, secret: str):
    return encode(data, secret, algorithm="HS256")


def login(username: str, password: str, secret: str):
    if username not in USERS or USERS[username] != password:
        return None
    return {"access_token": create_access_token({"sub": username}, secret), "token_type": "bearer"}
