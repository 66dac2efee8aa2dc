import jwt

JWT_OPTIONS = {"algorithm": "HS256"}


def make_token(user_id, secret):
    claims = dict(user_id=user_id)
    return jwt.encode(claims, secret, **JWT_OPTIONS)


def algorithm_of(token):
    return jwt.get_unverified_header(token)["alg"]
