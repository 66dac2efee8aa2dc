from jwt import decode, encode

SECRET = "replace-me-in-production-0123456789abcdef"
ALGORITHM = "HS512"

token: str = encode({"user_id": 7}, SECRET, algorithm=ALGORITHM)
assert decode(token, SECRET, algorithms=[ALGORITHM]) == {"user_id": 7}
