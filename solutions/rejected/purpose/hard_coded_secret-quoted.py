from jwt import encode


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        token = encode({"sub": username}, "secret", algorithm="HS256")
        return {"access_token": token, "token_type": "bearer"}
    return None
