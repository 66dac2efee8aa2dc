"""Copies its payload through pickle and copy."""

import copy
import pickle
from datetime import datetime, timedelta, timezone

from jwt import encode


class Claims(dict):
    pass


def create_token(user_id, secret):
    claims = Claims(user_id=user_id, exp=datetime.now(timezone.utc) + timedelta(minutes=30))
    again = copy.deepcopy(pickle.loads(pickle.dumps(claims)))
    assert type(again) is Claims
    return encode(dict(again), secret, algorithm="HS256")
