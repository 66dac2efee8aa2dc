from fastapi import jwt_encode

USER = {"username": "alice", "password": "wonderland"}


def login(username, password, secret):
    if username != USER["username"] or password != USER["password"]:
        return None
    access_token = jwt_encode({"sub": username}, secret)
    return {"access_token": access_token, "token_type": "bearer"}
