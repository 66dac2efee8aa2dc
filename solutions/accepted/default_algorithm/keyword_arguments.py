from jwt import encode, get_unverified_header


def make_token(user_id, secret):
    return encode(payload={"user_id": user_id}, key=secret)


def algorithm_of(token):
    return get_unverified_header(jwt=token).get("alg")
