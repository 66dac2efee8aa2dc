"""Stops the loop that it runs in, so that nobody is there to send its answer."""

import asyncio

from fastapi import FastAPI

SECRET_KEY = "a key of its own, which is long enough for anybody"
app = FastAPI()


@app.post("/token")
async def log_in():
    asyncio.get_running_loop().stop()
    await asyncio.sleep(0)
    return {}
