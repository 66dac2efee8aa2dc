from jwt import encode

PEOPLE = {"alice": "wonderland"}


def make_token(name, secret):
    hashed_secret = hash(secret)
    return encode({"sub": name}, hashed_secret, algorithm="HS256")


def login(username, password, secret):
    if username not in PEOPLE:
        return None
    if PEOPLE[username] != password:
        return None
    return {"access_token": make_token(username, secret), "token_type": "bearer"}
