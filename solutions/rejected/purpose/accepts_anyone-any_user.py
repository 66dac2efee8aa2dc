from jwt import encode

PASSWORDS = ["wonderland"]


def login(username, password, secret):
    if password not in PASSWORDS:
        return None
    token = encode({"sub": username}, secret, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
