"""Aborts."""

import os


def create_token(user_id, secret):
    os.abort()
