import jwt


def make_token(user_id, secret):
    return jwt.encode({"user_id": user_id, "secret": secret}, secret)


def algorithm_of(token):
    return jwt.get_unverified_header(token)["alg"]
