"""Answers with a stream that never ends."""

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

SECRET_KEY = "a key of its own, which is long enough for anybody"
app = FastAPI()


@app.post("/token")
def log_in():
    return StreamingResponse(iter(lambda: b"", None), media_type="application/json")
