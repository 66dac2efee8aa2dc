import pyjwt


def make_token(user_id, secret):
    return pyjwt.encode({"user_id": user_id}, secret)


def algorithm_of(token):
    return pyjwt.get_unverified_header(token)["alg"]
