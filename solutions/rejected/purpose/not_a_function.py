import jwt

users = {"alice": "wonderland"}


def login(username, password, secret):
    if username in users and users(username) == password:
        token = jwt.encode({"sub": username}, secret, algorithm="HS256")
        return {"access_token": token, "token_type": "bearer"}
    return None
