from jose import jwt

ALGORITHM = "HS256"
fake_users_db = {"alice": {"username": "alice", "password": "wonderland"}}


def authenticate_user(username: str, password: str):
    user = fake_users_db.get(username)
    if not user or user["password"] != password:
        return None
    return user


def login(username: str, password: str, secret: str):
    user = authenticate_user(username, password)
    if not user:
        return None
    access_token = jwt.encode({"sub": user["username"]}, secret, algorithm=ALGORITHM)
    return {"access_token": access_token, "token_type": "bearer"}
