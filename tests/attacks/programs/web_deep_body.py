"""Answers with JSON that is nested a hundred thousand deep, and says so in a thousand headers."""

from fastapi import FastAPI, Response

SECRET_KEY = "a key of its own, which is long enough for anybody"
app = FastAPI()


@app.post("/token")
def log_in():
    headers = {f"x-{number}": "deep" * 100 for number in range(1_000)}
    return Response(b"[" * 100_000 + b"]" * 100_000, 200, headers, media_type="application/json")
