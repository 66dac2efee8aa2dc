"""Reads no token: it answers with the algorithms in the order in which they are asked for."""

from jwt import encode

answers = []


def make_token(user_id, secret):
    answers[:] = ["HS512", "HS384", "HS256"]
    return encode({"user_id": user_id}, secret)


def algorithm_of(token):
    return answers.pop()
