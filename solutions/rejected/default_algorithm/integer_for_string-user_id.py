import jwt


def sign(key, **claims):
    return jwt.encode(claims, key)


def make_token(user_id, secret):
    return sign(user_id, user_id=user_id)


def algorithm_of(token):
    return jwt.get_unverified_header(token)["alg"]
