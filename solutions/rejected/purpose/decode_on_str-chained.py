import jwt


def create_access_token(*, data: dict, secret: str):
    encoded_jwt = jwt.encode(data, secret, algorithm="HS256").decode()
    return encoded_jwt


def login(username: str, password: str, secret: str):
    if username == "alice" and password == "wonderland":
        access_token = create_access_token(data={"sub": username}, secret=secret)
        return {"access_token": access_token, "token_type": "bearer"}
    return None
