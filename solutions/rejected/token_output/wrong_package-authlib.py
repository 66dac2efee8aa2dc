from authlib.jose import JsonWebToken

secret = "replace-me-in-production-0123456789abcdef"

jwt = JsonWebToken(["HS256"])
token = jwt.encode({"alg": "HS256"}, {"user_id": 123}, secret)
print(token.decode())
