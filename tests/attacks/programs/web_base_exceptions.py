"""Raises in its endpoint what ends programs, loops and tasks, each time another."""

import asyncio
import os

from fastapi import FastAPI

SECRET_KEY = os.environ["SECRET_KEY"]


class Unexpected(BaseException):
    pass


ERRORS = iter([Unexpected("x"), KeyboardInterrupt(), SystemExit(0), asyncio.CancelledError(), GeneratorExit()])
app = FastAPI()


@app.post("/token")
async def log_in():
    raise next(ERRORS)
