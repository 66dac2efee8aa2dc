from jwt import decode, encode
from jwt.exceptions import InvalidTokenError

SECRET = "replace-me-in-production-0123456789abcdef"


def create(user_id: int) -> str:
    return encode({"user_id": user_id}, SECRET, algorithm="HS256")


def read(token: str):
    try:
        return decode(token, SECRET, algorithms=["HS256"])
    except InvalidTokenError:
        return None


token = create(7)
print(token)
print(read(token))
