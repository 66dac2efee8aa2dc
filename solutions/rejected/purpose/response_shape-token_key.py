import jwt


def login(username, password, secret):
    if username != "alice" or password != "wonderland":
        return None
    token = jwt.encode({"username": username}, secret, algorithm="HS256")
    return {"token": token, "token_type": "bearer"}
