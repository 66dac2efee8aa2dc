"""Returns a list that is nested a hundred thousand deep."""


def create_token(user_id, secret):
    result = []
    for _ in range(100_000):
        result = [result]
    return result
