import jwt


def make_token(user_id, secret):
    payload = {"user_id": user_id}
    token = jwt.encode(payload, secret)
    return token


def algorithm_of(token):
    header = jwt.get_unverified_header(token)
    return header["alg"]
