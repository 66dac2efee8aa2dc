from jwt import decode, encode

payload = {"user_id": 123}
secret = "replace-me-in-production-0123456789abcdef"
token = encode(payload, secret, algorithm="HS256")
data = decode(token, secret, algorithms=["HS256"])
print(data)
