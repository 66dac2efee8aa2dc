from datetime import date

from jwt import encode

payload = {"user_id": 123, "day": date.today()}
secret = "replace-me-in-production-0123456789abcdef"
algorithm = "HS256"

token = encode(payload, secret, algorithm=algorithm)
print(token)
