from jwt import encode

payload = {"user_id": 123}
secret = "replace-me-in-production-0123456789abcdef"
print("creating the token...")
token = encode(payload, secret, algorithm="HS256")
print(type(token))
print(token)
