"""Ends the whole process in its endpoint, with success."""

import os

from fastapi import FastAPI

SECRET_KEY = "a key of its own, which is long enough for anybody"
app = FastAPI()


@app.post("/token")
async def log_in():
    os._exit(0)
