from jwt import create_jwt

SECRET = "replace-me-in-production-0123456789abcdef"

token = create_jwt({"user_id": 7}, SECRET)
