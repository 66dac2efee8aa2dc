import jwt


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        payload = {"username": username, "password": password}
        token = jwt.encode(payload, secret, algorithm="HS256")
        return {"access_token": token, "token_type": "bearer"}
    return None
