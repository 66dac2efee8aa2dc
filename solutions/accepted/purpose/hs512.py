import jwt

ALGORITHM = "HS512"
PASSWORDS = {"alice": "wonderland"}


def login(username, password, secret):
    if username in PASSWORDS and PASSWORDS[username] == password:
        return {
            "access_token": jwt.encode({"sub": username}, secret, ALGORITHM),
            "token_type": "bearer",
        }
    else:
        return None
