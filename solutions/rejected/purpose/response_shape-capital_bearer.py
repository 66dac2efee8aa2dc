from jwt import encode


class Auth:
    users = {"alice": "wonderland"}

    def __init__(self, secret):
        self.secret = secret

    def check(self, username, password):
        return username in self.users and self.users[username] == password

    def token(self, username):
        return encode({"sub": username}, self.secret, algorithm="HS256")


def login(username, password, secret):
    auth = Auth(secret)
    if not auth.check(username, password):
        return None
    return {"access_token": auth.token(username), "token_type": "Bearer"}
