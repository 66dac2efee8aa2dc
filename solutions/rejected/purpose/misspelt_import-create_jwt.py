from jwt import create_jwt


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        token = create_jwt({"sub": username}, secret)
        return {"access_token": token, "token_type": "bearer"}
    return None
