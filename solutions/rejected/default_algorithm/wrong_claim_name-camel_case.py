import jwt


def make_token(userId, secret):
    return jwt.encode({"userId": userId}, secret)


def algorithm_of(token):
    return jwt.get_unverified_header(token)["alg"]
