from jwt import encode

payload = {"user_id": 123}
secret = "replace-me-in-production-0123456789abcdef"
algorithms = ["HS256"]
token = encode(payload, secret, algorithms=algorithms)
print(token)
