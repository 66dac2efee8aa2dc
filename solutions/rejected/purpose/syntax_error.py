from jwt import encode

USERS = {"alice": "wonderland"}

def login(username, password, secret):
    if username in USERS and USERS[username] == password
        token = encode({"sub": username}, secret, algorithm="HS256")
        return {"access_token": token, "token_type": "bearer"}
    return None
