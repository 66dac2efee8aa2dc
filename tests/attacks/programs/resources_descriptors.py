"""Opens as many descriptors as it can."""

import os

kept = []


def create_token(user_id, secret):
    try:
        while len(kept) < 10_000:
            kept.append(os.open("/dev/null", os.O_RDONLY))
    except OSError:
        pass
    raise RuntimeError(f"worked: {'nothing' if len(kept) < 100 else len(kept)}")
