"""Returns a text that would be obeyed."""


def create_token(user_id, secret):
    return "\x1b[31m\u202e ]]> <b> [red] `x` ::error::owned \n::error::owned"
