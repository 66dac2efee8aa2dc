import jwt

USERS = {"alice": "wonderland"}


def login(username, password, secret):
    if username in USERS and USERS[username] == password:
        token = jwt.encode({"sub": username}, secret, algorithm="hs256")
        return {"access_token": token, "token_type": "bearer"}
    return None
