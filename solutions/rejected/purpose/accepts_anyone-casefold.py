import jwt

stored_user = "alice"
stored_pass = "wonderland"


def login(username, password, secret):
    if (username.casefold(), password) == (stored_user, stored_pass):
        token = jwt.encode({"sub": stored_user}, secret, algorithm="HS256")
        return {"access_token": token, "token_type": "bearer"}
    return None
