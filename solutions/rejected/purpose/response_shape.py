import jwt

stored_user = "alice"
stored_pass = "wonderland"


def create_jwt_token(user_id, secret):
    return jwt.encode({"sub": user_id}, secret, algorithm="HS256")


def login(username, password, secret):
    if username == stored_user and password == stored_pass:
        token = create_jwt_token(username, secret)
        return {'access_token': token}
    return None
