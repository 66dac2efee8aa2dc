import json

import jwt


def login(username, password, secret):
    valid = username == "alice" and password == "wonderland"
    if not valid:
        return None
    payload = json.dumps({"sub": username})
    token = jwt.encode(payload, secret, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
