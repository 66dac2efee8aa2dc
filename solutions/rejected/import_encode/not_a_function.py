import os

from jwt import encode

SECRET = os.environ("SECRET")

payload = {"user_id": 7}
token = encode(payload, SECRET, algorithm="HS256")
