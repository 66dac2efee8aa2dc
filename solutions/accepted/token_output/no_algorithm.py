from jwt import encode

secret = "replace-me-in-production-0123456789abcdef"
print(encode({"user_id": 123}, secret))
