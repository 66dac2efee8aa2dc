import jwt


class LoginFailed(Exception):
    pass


def check(username, password):
    users = {"alice": "wonderland"}
    try:
        if users[username] != password:
            raise LoginFailed("wrong password")
    except KeyError:
        raise LoginFailed("no such user")


def login(username, password, secret):
    try:
        check(username, password)
    except LoginFailed:
        return None
    token = jwt.encode({"sub": username}, secret, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
