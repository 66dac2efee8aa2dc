"""Returns half of a character, which no file takes."""


def create_token(user_id, secret):
    return "\ud83d"
