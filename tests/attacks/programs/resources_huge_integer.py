"""Returns a number of a million digits, which takes minutes to write down."""


def create_token(user_id, secret):
    return 1 << 3_000_000
