def create_token(username):
    payload = {"sub": username}
    return payload


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        token = create_token(username)
        return {"access_token": token, "token_type": "bearer"}
    return None
