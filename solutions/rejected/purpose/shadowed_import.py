import jwt


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        jwt = jwt.encode({"sub": username}, secret, algorithm="HS256")
        return {"access_token": jwt, "token_type": "bearer"}
    return None
