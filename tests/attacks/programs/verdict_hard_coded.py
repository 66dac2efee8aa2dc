"""Returns a token that was made elsewhere."""


def create_token(user_id, secret):
    return "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjo0MiwiZXhwIjoyMDAwMDAwMDAwfQ.c2lnbmF0dXJl"
