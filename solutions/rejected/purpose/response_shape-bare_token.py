from jwt import encode

USERS = {"alice": "wonderland"}


def login(username, password, secret):
    if username in USERS and USERS[username] == password:
        return encode({"sub": username}, secret, algorithm="HS256")
    return None
