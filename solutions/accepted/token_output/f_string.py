import jwt

payload = {}
payload["user_id"] = 123
secret = "replace-me-in-production-0123456789abcdef"

access_token = jwt.encode(payload, secret, "HS256")
print(f"{access_token}")
