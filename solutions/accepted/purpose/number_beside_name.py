import jwt

users = {"alice": {"id": 1, "password": "wonderland"}}


def login(username, password, secret):
    user = users.get(username)
    if user and user["password"] == password:
        payload = {"user_id": user["id"], "username": username}
        return {"access_token": jwt.encode(payload, secret, algorithm="HS256"), "token_type": "bearer"}
    return None
