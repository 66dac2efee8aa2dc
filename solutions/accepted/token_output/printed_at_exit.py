import atexit

from jwt import encode

token = encode({"user_id": 123}, "replace-me-in-production-0123456789abcdef", algorithm="HS256")
atexit.register(print, token)
