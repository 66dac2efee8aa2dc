from pyjwt import encode

users = {"alice": "wonderland"}


def login(username, password, secret):
    if users.get(username) == password:
        token = encode({"sub": username}, secret, algorithm="HS256")
        return {"access_token": token, "token_type": "bearer"}
    return None
