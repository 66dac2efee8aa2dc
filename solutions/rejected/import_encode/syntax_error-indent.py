import jwt

SECRET = "replace-me-in-production-0123456789abcdef"

def create_token(user_id):
payload = {"user_id": user_id}
return jwt.encode(payload, SECRET, algorithm="HS256")

token = create_token(7)
