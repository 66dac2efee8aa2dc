import json

USERS = {"alice": "wonderland"}


def login(username, password, secret):
    if username not in USERS or USERS[username] != password:
        return None
    token = json.dumps({"username": username})
    return {"access_token": token, "token_type": "bearer"}
