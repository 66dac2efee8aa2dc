from jwt import encode

# A real application keeps a hash of each password, never the password.
USERS = {"alice": "wonderland"}


def login(form: dict, secret: str) -> dict | None:
    username, password = form["username"], form["password"]
    if username not in USERS or USERS[username] != password:
        return None

    token = encode({"sub": username}, secret, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
