import jwt


def login(username, password, secret):
    if username != "alice" or password != "wonderland":
        return None
    token = jwt.encode({"sub": username}, None, algorithm="none")
    return {"access_token": token, "token_type": "bearer"}
