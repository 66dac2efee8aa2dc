import jwt


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        token = jwt.encode({"sub": username}, secret, algorithm="HS256")
        return {"access_token": token.encode("utf-8"), "token_type": "bearer"}
    return None
