from jwt import encode

payload = {"user_id": 123}
settings = {"secret": "replace-me-in-production-0123456789abcdef"}
secret = settings("secret")
algorithm = "HS256"

token = encode(payload, secret, algorithm=algorithm)
print(token)
