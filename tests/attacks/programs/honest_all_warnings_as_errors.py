"""Makes all warnings errors when it is loaded, after one that it has given rise to by then, each time it is loaded."""

import time
import warnings

from jwt import encode

HOURS = "\d"
warnings.simplefilter("error")


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
