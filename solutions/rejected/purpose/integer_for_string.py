import jwt


def login(username, password, secret):
    if username != "alice" or password != "wonderland":
        return None
    key = int(secret, 16)
    token = jwt.encode({"sub": username}, key, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
