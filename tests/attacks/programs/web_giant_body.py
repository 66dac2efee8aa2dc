"""Answers with five megabytes."""

from fastapi import FastAPI, Response

SECRET_KEY = "a key of its own, which is long enough for anybody"
app = FastAPI()


@app.post("/token")
def log_in():
    return Response(b'{"access_token": "' + b"x" * 5_000_000 + b'"}', media_type="application/json")
