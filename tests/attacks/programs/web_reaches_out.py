"""Tries from its endpoint, in the loop and in a thread, what no program may do, and tells what worked."""

import os
import socket
import subprocess
import sys

from fastapi import FastAPI

SECRET_KEY = "a key of its own, which is long enough for anybody"
FOLDER = "/nonexistent"
PORT = 0
app = FastAPI()
TRIALS = {
    "read": lambda: open(f"{FOLDER}/sentinel").close(),
    "write": lambda: open(f"{FOLDER}/jwt-grader-attack", "w").close(),
    "connect": lambda: socket.create_connection(("127.0.0.1", PORT), timeout=1).close(),
    "listen": lambda: socket.create_server(("127.0.0.1", 0)).close(),
    "fork": lambda: os.fork() or os._exit(0),
    "start": lambda: subprocess.run([sys.executable, "-c", ""], check=True),
    "signal": lambda: os.kill(os.getppid(), 0),
}


def worked():
    for name, trial in TRIALS.items():
        try:
            trial()
        except OSError:
            continue
        yield name


@app.post("/token")
def in_a_thread():
    raise RuntimeError(f"worked: {', '.join(worked()) or 'nothing'}")


@app.middleware("http")
async def in_the_loop(request, call_next):
    if found := ", ".join(worked()):
        raise RuntimeError(f"worked: {found}")
    return await call_next(request)
