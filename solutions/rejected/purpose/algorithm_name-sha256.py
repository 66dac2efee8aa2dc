import jwt

HASH = "SHA256"


def sign(username, secret):
    return jwt.encode({"sub": username}, secret, algorithm=HASH)


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        return {"access_token": sign(username, secret), "token_type": "bearer"}
    return None
