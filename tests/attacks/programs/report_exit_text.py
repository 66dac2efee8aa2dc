"""Ends the program with a text that would be obeyed."""

import sys


def create_token(user_id, secret):
    sys.exit("\x1b[31m::error::owned")
