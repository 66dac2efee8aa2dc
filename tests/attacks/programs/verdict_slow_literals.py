"""Has five hundred long texts in its source, in each of which the judge looks for a token at every letter."""
from jwt import encode

TEXTS = [
@texts@
]


def create_token(user_id, secret):
    return encode({"user_id": "x", "exp": "1"}, secret, algorithm="HS256")
