"""Raises an exception whose text raises another."""


class Silent(Exception):
    def __str__(self):
        raise Silent


def create_token(user_id, secret):
    raise Silent
