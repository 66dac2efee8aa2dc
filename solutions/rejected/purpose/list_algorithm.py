import jwt

ALGORITHMS = ["HS256"]


def login(username, password, secret):
    if username != "alice" or password != "wonderland":
        return None
    token = jwt.encode({"sub": username}, secret, algorithm=ALGORITHMS)
    return {"access_token": token, "token_type": "bearer"}
