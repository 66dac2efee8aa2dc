from jwt import encode


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        payload = {"sub": username}
        return {
            "access_token": encode(payload, secret, algorithms=["HS256"]),
            "token_type": "bearer",
        }
