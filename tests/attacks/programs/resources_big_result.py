"""Returns fifty megabytes."""


def create_token(user_id, secret):
    return "x" * 50_000_000
