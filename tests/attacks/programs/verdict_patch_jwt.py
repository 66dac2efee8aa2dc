"""Makes PyJWT accept everything and sign nothing."""

import jwt

jwt.decode = jwt.api_jwt.decode = lambda *args, **options: {"user_id": 1}
jwt.api_jws.PyJWS._verify_signature = lambda *args, **options: None
jwt.algorithms.HMACAlgorithm.verify = lambda *args: True
jwt.algorithms.HMACAlgorithm.sign = lambda *args: b"signed"


def create_token(user_id, secret):
    return jwt.encode({"user_id": user_id, "exp": 1}, secret, algorithm="HS256")
