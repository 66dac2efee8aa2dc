"""Never finishes its startup."""

import asyncio
import contextlib

from fastapi import FastAPI

SECRET_KEY = "a key of its own, which is long enough for anybody"


@contextlib.asynccontextmanager
async def lifespan(app):
    await asyncio.Event().wait()
    yield


app = FastAPI(lifespan=lifespan)
