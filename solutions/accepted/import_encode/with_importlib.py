import importlib

jwt = importlib.import_module("jwt")

SECRET = "replace-me-in-production-0123456789abcdef"
PAYLOAD = {"user_id": 7}

token = jwt.encode(PAYLOAD, SECRET, algorithm="HS256")
