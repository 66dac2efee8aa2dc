"""Calls itself for ever."""


def create_token(user_id, secret):
    return create_token(user_id, secret)
