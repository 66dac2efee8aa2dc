import jwt


def make_token(user_id, secret):
    payload = {"user_id": user_id}
    return jwt.encode(secret, payload)


def algorithm_of(token):
    return jwt.get_unverified_header(token)["alg"]
