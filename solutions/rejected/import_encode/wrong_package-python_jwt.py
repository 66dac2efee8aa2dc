import python_jwt

SECRET = "replace-me-in-production-0123456789abcdef"

token = python_jwt.generate_jwt({"user_id": 7}, SECRET, "HS256")
