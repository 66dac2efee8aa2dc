import time
import uuid

import jwt


def build_claims(username):
    issued = int(time.time())
    return {
        "iss": "https://auth.example.com",
        "sub": username,
        "iat": issued,
        "exp": issued + 3600,
        "jti": str(uuid.uuid4()),
        "scope": "read write",
    }


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        token = jwt.encode(build_claims(username), secret, algorithm="HS256")
        return {"access_token": token, "token_type": "bearer"}
    return None
