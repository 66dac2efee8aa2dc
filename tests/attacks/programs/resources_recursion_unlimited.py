"""Takes the limit away and calls itself for ever, through C code."""

import sys

sys.setrecursionlimit(10**9)


class Endless:
    def __getattr__(self, name):
        return getattr(self, name + "x"[:0])

    def __repr__(self):
        return repr([self])


def create_token(user_id, secret):
    return repr(Endless())
