"""Never ends, in C code that lets no other thread run."""


def create_token(user_id, secret):
    return sum(range(1 << 62))
