"""Stops freezegun, and asks the time then."""


import freezegun.api
from jwt import encode


def create_token(user_id, secret):
    for name in ("freeze_factories", "tz_offsets", "ignore_lists", "tick_flags"):
        del getattr(freezegun.api, name)[:]
    now = freezegun.api.real_time()
    return encode({"user_id": user_id, "exp": now + 1800}, secret, algorithm="HS256")
