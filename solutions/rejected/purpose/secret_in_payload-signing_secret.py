import jwt

USERS = {"alice": "wonderland"}


def build_token(username, secret):
    claims = {"sub": username, "key": secret}
    return jwt.encode(claims, secret, algorithm="HS256")


def login(username, password, secret):
    if USERS.get(username) != password:
        return None
    return {"access_token": build_token(username, secret), "token_type": "bearer"}
