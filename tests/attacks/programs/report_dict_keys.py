"""Returns a dict whose keys would be obeyed."""


def create_token(user_id, secret):
    return {"\x1b[31m\u202e": 1, "]]><b>[red]": 2, "\n::error::owned": 3, "\ud7ff\ufffe": 4, "``` |": 5}
