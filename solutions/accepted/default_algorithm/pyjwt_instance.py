from jwt import PyJWS, PyJWT

_jwt = PyJWT()
_jws = PyJWS()


def make_token(user_id, secret):
    return _jwt.encode({"user_id": user_id}, secret)


def algorithm_of(token):
    return _jws.get_unverified_header(token)["alg"]
