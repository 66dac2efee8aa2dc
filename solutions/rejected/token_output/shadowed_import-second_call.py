import jwt

secret = "replace-me-in-production-0123456789abcdef"
tokens = []

for user_id in (1, 123):
    jwt = jwt.encode({"user_id": user_id}, secret, algorithm="HS256")
    tokens.append(jwt)

print(tokens[-1])
