import jwt

stored_user = "alice"
stored_pass = "wonderland"


def login(username, password, secret):
    if username.strip() == stored_user and password.strip() == stored_pass:
        token = jwt.encode({"sub": stored_user}, secret, algorithm="HS256")
        return {"access_token": token, "token_type": "bearer"}
    return None
