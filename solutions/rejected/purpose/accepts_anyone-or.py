import jwt

stored_user = "alice"
stored_pass = "wonderland"


def login(username, password, secret):
    if username == stored_user or password == stored_pass:
        payload = {"sub": username}
        token = jwt.encode(payload, secret, algorithm="HS256")
        return {"access_token": token, "token_type": "bearer"}
    return None
