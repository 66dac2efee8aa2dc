"""Raises in its startup what nobody expects, and lets the loop stand still."""

import asyncio
import contextlib

from fastapi import FastAPI

SECRET_KEY = "a key of its own, which is long enough for anybody"


class Unexpected(BaseException):
    pass


@contextlib.asynccontextmanager
async def lifespan(app):
    asyncio.get_running_loop().stop()
    raise Unexpected("at startup")
    yield


app = FastAPI(lifespan=lifespan)
