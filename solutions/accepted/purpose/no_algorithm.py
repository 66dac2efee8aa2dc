from jwt import encode


def login(username, password, secret):
    if username != "alice":
        return None
    if password != "wonderland":
        return None
    token = encode({"user": username}, secret)
    return {"access_token": token, "token_type": "bearer"}
