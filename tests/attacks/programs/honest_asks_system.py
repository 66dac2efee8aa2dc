"""Asks the system where it is, as set-up code does."""

import locale
import os
import platform
import socket
import time
from pathlib import Path

from jwt import encode


def create_token(user_id, secret):
    assert platform.system() and platform.python_version() and socket.gethostname() and os.cpu_count() and os.getcwd()
    locale.setlocale(locale.LC_ALL, "")
    assert not Path(".env").exists() and not os.environ.get("SECRET_KEY")
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
