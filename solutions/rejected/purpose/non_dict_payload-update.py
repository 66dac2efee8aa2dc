from jwt import encode

ALGORITHM = "HS256"


def login(username: str, password: str, secret: str):
    if (username, password) != ("alice", "wonderland"):
        return None
    data = {"type": "access"}
    to_encode = data.update({"sub": username})
    return {"access_token": encode(to_encode, secret, algorithm=ALGORITHM), "token_type": "bearer"}
