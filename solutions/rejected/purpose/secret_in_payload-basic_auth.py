import base64

import jwt


def basic(username, password):
    return base64.b64encode(f"{username}:{password}".encode()).decode()


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        payload = {"username": username, "auth": basic(username, password)}
        return {"access_token": jwt.encode(payload, secret, algorithm="HS256"), "token_type": "bearer"}
    return None
