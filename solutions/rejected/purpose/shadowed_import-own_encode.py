from jwt import encode

users = {"alice": "wonderland"}


def encode(username, secret):
    return encode({"sub": username}, secret, algorithm="HS256")


def login(username, password, secret):
    if username in users and users[username] == password:
        return {"access_token": encode(username, secret), "token_type": "bearer"}
    return None
