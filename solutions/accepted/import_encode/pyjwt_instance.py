from jwt import PyJWT

SECRET = "replace-me-in-production-0123456789abcdef"

signer = PyJWT()
token = signer.encode({"user_id": 7}, SECRET, algorithm="HS256")
