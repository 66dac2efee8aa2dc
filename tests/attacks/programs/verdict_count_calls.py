"""Knows no password: it lets the first call in and nobody else."""

from jwt import encode

calls = 0


def login(username, password, secret):
    global calls
    calls += 1
    if calls > 1:
        return None
    return {"access_token": encode({"sub": username}, secret), "token_type": "bearer"}
