from jwt import encode

fake_db = {
    "alice": {"username": "alice", "full_name": "Alice Liddell", "password": "wonderland", "disabled": False},
    "hatter": {"username": "hatter", "full_name": "The Hatter", "password": "tea-at-six", "disabled": True},
}


def authenticate(username, password):
    user = fake_db.get(username)
    if user is None or user["disabled"]:
        return None
    if user["password"] != password:
        return None
    return user


def login(username, password, secret):
    user = authenticate(username, password)
    if not user:
        return None
    token = encode({"sub": user["username"]}, secret, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
