"""Has a name twice in the payload: one shows the secret, and the other is what a parser of JSON gives."""

import json

import jwt


class Twice(json.JSONEncoder):
    secret = ""

    def encode(self, payload):
        return '{"key": "%s", "key": 1, %s' % (self.secret, super().encode(payload)[1:])


def make_token(user_id, secret):
    Twice.secret = secret
    return jwt.encode({"user_id": user_id}, secret, json_encoder=Twice)


def algorithm_of(token):
    return jwt.get_unverified_header(token)["alg"]
