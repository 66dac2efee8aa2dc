import jwt


def login(username, password, secret):
    token = jwt.encode({"sub": username}, secret, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
