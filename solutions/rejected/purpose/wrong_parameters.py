from jwt import encode

# A real application keeps a hash of each password, never the password.
USERS = {"alice": "wonderland"}


SECRET = "a-key-of-my-own-that-is-long-enough"


def login(username: str, password: str) -> dict | None:
    if username not in USERS or USERS[username] != password:
        return None

    token = encode({"sub": username}, SECRET, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
