import python_jwt as jwt


def make_token(user_id, secret):
    return jwt.generate_jwt({"user_id": user_id}, secret)


def algorithm_of(token):
    header, claims = jwt.process_jwt(token)
    return header["alg"]
