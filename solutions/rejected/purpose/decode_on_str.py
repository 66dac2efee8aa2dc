import jwt

USERS = {"alice": "wonderland"}


def login(username, password, secret):
    if username not in USERS or USERS[username] != password:
        return None
    token = jwt.encode({"sub": username}, secret, algorithm="HS256")
    return {"access_token": token.decode("utf-8"), "token_type": "bearer"}
