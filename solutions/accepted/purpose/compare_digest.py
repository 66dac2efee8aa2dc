import hmac

import jwt

USERNAME = b"alice"
PASSWORD = b"wonderland"


def credentials_ok(username, password):
    same_user = hmac.compare_digest(username.encode("utf-8"), USERNAME)
    same_password = hmac.compare_digest(password.encode("utf-8"), PASSWORD)
    return same_user and same_password


def login(username, password, secret):
    if not credentials_ok(username, password):
        return None
    token = jwt.encode({"sub": username}, secret, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
