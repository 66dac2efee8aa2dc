"""Writes to the descriptor of standard output for ever, past Python."""

import os


def create_token(user_id, secret):
    while True:
        os.write(1, b"x" * 4_096)
