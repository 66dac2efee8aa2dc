from jwt import encode

payload = {}
payload.user_id = 123
secret = "replace-me-in-production-0123456789abcdef"
algorithm = "HS256"

token = encode(payload, secret, algorithm=algorithm)
print(token)
