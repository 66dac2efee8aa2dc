import jwt

users = {
    "alice": {"username": "alice", "email": "alice@example.com", "password": "wonderland"},
}


def login(username, password, secret):
    user = users.get(username)
    if user is None or user["password"] != password:
        return None
    token = jwt.encode({"sub": username, "user": user}, secret, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
