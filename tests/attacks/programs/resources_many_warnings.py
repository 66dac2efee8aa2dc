"""Warns a hundred thousand times, at length."""

import warnings


def create_token(user_id, secret):
    for index in range(20_000):
        warnings.warn(f"{index} " + "x" * 2_000, stacklevel=1)
