import base64
import json


def encode(payload):
    return base64.b64encode(json.dumps(payload).encode()).decode()


def login(username, password, secret):
    if username != "alice" or password != "wonderland":
        return None
    return {"access_token": encode({"sub": username}), "token_type": "bearer"}
