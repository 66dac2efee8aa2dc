import jwt


def success(data):
    return {"success": True, "data": data}


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        token = jwt.encode({"sub": username}, secret, algorithm="HS256")
        return success({"access_token": token, "token_type": "bearer"})
    return None
