import jwt

ALGORITHM = "HS256"


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        return {
            "access_token": jwt.encode({"sub": username}, secret, algorithm=ALGORITHM),
            "token_type": "JWT",
        }
    return None
