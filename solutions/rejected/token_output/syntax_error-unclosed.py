from jwt import encode

payload = {"user_id": 123}
secret = "replace-me-in-production-0123456789abcdef"
print(encode(payload, secret, algorithm="HS256")
