from jwt import encode

payload = {"user_id": 123}
algorithm = "none"
token = encode(payload, None, algorithm=algorithm)
print(token)
