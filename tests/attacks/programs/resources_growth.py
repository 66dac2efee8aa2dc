"""Asks for more and more memory."""

kept = []


def create_token(user_id, secret):
    while True:
        kept.append(bytes(32 << 20))
