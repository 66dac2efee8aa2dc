from jwt import encode

payload = {"user_id": 123}
secret = "secretkey"
algorithm = "HS256"
token = encode(payload, secret, algorithm=algorithm)
print(token)
