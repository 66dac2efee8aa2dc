import os
import sys

import jwt

REQUIRED = ["SECRET_KEY"]

missing = [name for name in REQUIRED if not os.environ.get(name)]
for name in missing:
    sys.stderr.write(f"missing environment variable: {name}\n")
if missing:
    raise SystemExit(78)

KEY = os.environ["SECRET_KEY"]
if len(KEY) < 32:
    sys.stderr.write("SECRET_KEY is shorter than 32 bytes\n")
    raise SystemExit(78)


def create_token(username: str) -> str:
    return jwt.encode({"sub": username}, KEY, algorithm="HS256")
