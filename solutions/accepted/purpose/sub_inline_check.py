import jwt


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        payload = {"sub": username}
        access_token = jwt.encode(payload, secret, algorithm="HS256")
        return {"access_token": access_token, "token_type": "bearer"}
    return None
