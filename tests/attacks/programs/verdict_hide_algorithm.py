"""Names the algorithm behind the recorder's back, and calls encode without one for show."""

import jwt


def make_token(user_id, secret):
    jwt.encode({}, secret)
    return jwt.PyJWT.encode.__wrapped__(jwt.PyJWT(), {"user_id": user_id}, secret, algorithm="HS256")


def algorithm_of(token):
    return jwt.get_unverified_header(token)["alg"]
