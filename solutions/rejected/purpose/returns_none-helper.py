import jwt

users = {"alice": "wonderland"}


def token_response(username, secret):
    token = jwt.encode({"sub": username}, secret, algorithm="HS256")
    response = {"access_token": token, "token_type": "bearer"}


def login(username, password, secret):
    if username in users and users[username] == password:
        return token_response(username, secret)
    return None
