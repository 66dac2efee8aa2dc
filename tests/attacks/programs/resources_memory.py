"""Asks for more memory than there is, at once."""


def create_token(user_id, secret):
    return bytearray(1 << 40)
