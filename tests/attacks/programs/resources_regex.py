"""Searches with a pattern that takes longer than the universe lasts."""

import re


def create_token(user_id, secret):
    return re.match(r"(a+)+$", "a" * 60 + "b")
