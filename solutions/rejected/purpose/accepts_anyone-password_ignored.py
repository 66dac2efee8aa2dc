import jwt

fake_users_db = {
    "alice": {"username": "alice", "password": "wonderland"},
}


def get_user(username):
    return fake_users_db.get(username)


def login(username, password, secret):
    user = get_user(username)
    if user is None:
        return None
    token = jwt.encode({"sub": user["username"]}, secret, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
