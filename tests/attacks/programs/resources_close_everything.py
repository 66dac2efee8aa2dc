"""Closes every descriptor, and goes on."""

import os
import time


def create_token(user_id, secret):
    os.closerange(0, 1024)
    time.sleep(60)
