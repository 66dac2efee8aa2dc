import PyJWT

SECRET = "replace-me-in-production-0123456789abcdef"

token = PyJWT.encode({"user_id": 7}, SECRET, algorithm="HS256")
