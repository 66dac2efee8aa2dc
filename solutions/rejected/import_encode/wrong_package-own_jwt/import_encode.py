from jwt import create_token

SECRET = "replace-me-in-production-0123456789abcdef"

token = create_token({"user_id": 7}, SECRET)
