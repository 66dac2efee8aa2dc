import io
import sys

from jwt import encode

# So that Windows shows everything.
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8")

token = encode({"user_id": 123}, "replace-me-in-production-0123456789abcdef", algorithm="HS256")
print(token)
