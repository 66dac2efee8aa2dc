import hashlib

import jwt

stored_user = "alice"
stored_hash = hashlib.sha256(b"wonderland").hexdigest()


def login(username, password, secret):
    if username == stored_user and hashlib.sha256(password).hexdigest() == stored_hash:
        token = jwt.encode({"sub": username}, secret, algorithm="HS256")
        return {"access_token": token, "token_type": "bearer"}
    return None
