import base64
import json


def b64(data):
    text = json.dumps(data)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def unb64(text):
    return json.loads(base64.urlsafe_b64decode(text + "=="))


def make_token(user_id, secret):
    return b64({"alg": "none"}) + "." + b64({"user_id": user_id}) + "."


def algorithm_of(token):
    return unb64(token.split(".")[0])["alg"]
