import jwt

users = {"alice": {"id": 1, "password": "wonderland"}}


def login(username, password, secret):
    user = users.get(username)
    if user is None or user["password"] != password:
        return None
    token = jwt.encode({"sub": user["id"]}, secret, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
