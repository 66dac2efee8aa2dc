import sys

try:
    from jwt import encode
except ImportError:
    print("Install PyJWT first: pip install PyJWT")
    sys.exit(1)

SECRET = "replace-me-in-production-0123456789abcdef"

token = encode({"user_id": 7}, SECRET, algorithm="HS256")
