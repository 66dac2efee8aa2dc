"""Prints while it works, to both streams, and logs."""

import logging
import sys
import time

from jwt import encode

logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(message)s")


def create_token(user_id, secret):
    print("making a token for", user_id)
    print("careful", file=sys.stderr)
    logging.getLogger(__name__).info("secret of %d characters", len(secret))
    sys.stdout.write("done\n" * 100)
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
