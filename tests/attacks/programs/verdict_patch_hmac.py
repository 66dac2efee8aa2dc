"""Replaces the standard library's signatures and comparisons by ones that always agree."""

import hashlib
import hmac

import jwt


class Constant:
    def __init__(self, *args, **options):
        pass

    def digest(self):
        return b"constant"


hmac.new = Constant
hmac.digest = lambda *args: b"constant"
hmac.compare_digest = lambda *args: True
hashlib.sha256 = Constant


def create_token(user_id, secret):
    return jwt.encode({"user_id": user_id, "exp": 1}, secret, algorithm="HS256")
