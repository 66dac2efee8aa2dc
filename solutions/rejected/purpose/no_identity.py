import jwt


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        token = jwt.encode({"authenticated": True}, secret, algorithm="HS256")
        return {"access_token": token, "token_type": "bearer"}
    return None
