"""Sends whoever asks to itself, for ever."""

from fastapi import FastAPI
from fastapi.responses import RedirectResponse

SECRET_KEY = "a key of its own, which is long enough for anybody"
app = FastAPI()


@app.post("/token")
def log_in():
    return RedirectResponse("/token")
