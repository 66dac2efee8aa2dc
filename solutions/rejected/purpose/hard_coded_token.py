USERS = {"alice": "wonderland"}

TOKEN = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhbGljZSIsImlhdCI6MTcwNDA2NzIwMH0.kPKh30N9nlPgMzha9S4zbb9Jk_FLhCB_xYKTlrGpcjU"


def login(username, password, secret):
    if username in USERS and USERS[username] == password:
        return {"access_token": TOKEN, "token_type": "bearer"}
    return None
