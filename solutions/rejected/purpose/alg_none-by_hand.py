import base64
import json
import time

users = {"alice": "wonderland"}


def part(data):
    raw = json.dumps(data).encode("utf-8")
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def make_token(username):
    header = {"alg": "none", "typ": "JWT"}
    payload = {"sub": username, "exp": int(time.time()) + 3600}
    return part(header) + "." + part(payload) + "."


def login(username, password, secret):
    if username in users and users[username] == password:
        return {"access_token": make_token(username), "token_type": "bearer"}
    return None
