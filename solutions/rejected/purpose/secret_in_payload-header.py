import jwt


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        token = jwt.encode({"sub": username}, secret, algorithm="HS256", headers={"pw": password})
        return {"access_token": token, "token_type": "bearer"}
    return None
