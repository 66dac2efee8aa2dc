import jwt


def login(username, password, secret):
    if not (username == "alice" and password == "wonderland"):
        return None
    token = jwt.encode({"sub": username}, secret, algorithm="HS256")
    if isinstance(token, bytes):
        token = token.decode("utf-8")
    return {"access_token": token, "token_type": "bearer"}
