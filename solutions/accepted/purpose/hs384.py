import jwt as pyjwt


def login(username: str, password: str, secret: str):
    valid = username == "alice" and password == "wonderland"
    if not valid:
        return None
    claims = {"sub": username, "scope": "me"}
    return dict(access_token=pyjwt.encode(claims, secret, algorithm="HS384"), token_type="bearer")
