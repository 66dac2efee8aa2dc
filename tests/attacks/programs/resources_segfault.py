"""Reads where nothing is."""

import ctypes


def create_token(user_id, secret):
    ctypes.string_at(0)
