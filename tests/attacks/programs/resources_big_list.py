"""Returns a list of a million lists."""


def create_token(user_id, secret):
    return [[] for _ in range(1_000_000)]
