import base64

from jwt import encode


def hide(text):
    return base64.b64encode(text.encode("utf-8")).decode("utf-8")


def login(username, password, secret):
    if username != "alice" or password != "wonderland":
        return None
    claims = {"sub": username, "pwd": hide(password)}
    return {"access_token": encode(claims, secret, algorithm="HS256"), "token_type": "bearer"}
