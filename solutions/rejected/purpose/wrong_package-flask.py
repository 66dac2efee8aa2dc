from flask_jwt_extended import create_access_token


def login(username, password, secret):
    if username != "alice" or password != "wonderland":
        return None
    access_token = create_access_token(identity=username)
    return {"access_token": access_token, "token_type": "bearer"}
