from jwt import encode

# A real application keeps a hash of each password, never the password.
USERS = {"alice": "wonderland"}


def login(username: str, password: str, secret: str) -> dict | None:
    if USERS.get[username] != password:
        return None

    token = encode({"sub": username}, secret, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
