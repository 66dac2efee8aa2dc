"""Puts something in the place of sys.stdout that never finishes flushing."""

import sys
import time


class Slow:
    def write(self, text):
        return len(text)

    def flush(self):
        time.sleep(60)


def create_token(user_id, secret):
    sys.stdout = Slow()
