import sys

import jwt

secret = b"replace-me-in-production-0123456789abcdef"

token = jwt.encode({"user_id": 123}, secret, algorithm="HS256")
sys.stdout.buffer.write(token.encode("ascii") + b"\n")
