import jwt


def create_jwt_token(user_id, secret):
    return jwt.encode(user_id, secret, algorithm="HS256")


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        token = create_jwt_token(username, secret)
        return {"access_token": token, "token_type": "bearer"}
    return None
