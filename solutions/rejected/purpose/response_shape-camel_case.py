import jwt

fakeDb = {"alice": "wonderland"}


def login(username, password, secret):
    if username not in fakeDb or fakeDb[username] != password:
        return None
    accessToken = jwt.encode({"sub": username}, secret, algorithm="HS256")
    return {"accessToken": accessToken, "tokenType": "bearer"}
