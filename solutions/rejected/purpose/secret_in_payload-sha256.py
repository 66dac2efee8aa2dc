import hashlib

import jwt


def hash_password(password):
    return hashlib.sha256(password.encode()).hexdigest()


USERS = {"alice": hash_password("wonderland")}


def login(username, password, secret):
    hashed = hash_password(password)
    if username not in USERS or USERS[username] != hashed:
        return None
    token = jwt.encode({"sub": username, "password_hash": hashed}, secret, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
