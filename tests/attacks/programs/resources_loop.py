"""Never ends."""


def create_token(user_id, secret):
    while True:
        pass
