import hashlib
import secrets

import jwt

ROUNDS = 1000


def hash_password(password: str, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, ROUNDS)


SALT = secrets.token_bytes(16)
USERS = {"alice": hash_password("wonderland", SALT)}


def login(username: str, password: str, secret: str):
    stored = USERS.get(username)
    if stored is None or not secrets.compare_digest(stored, hash_password(password, SALT)):
        return None
    token = jwt.encode({"sub": username}, secret, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
