import jwt as pyjwt


def make_token(user_id, secret, algorithm="HS256"):
    return pyjwt.encode({"user_id": user_id}, secret, algorithm=algorithm)


def show(text):
    print(text, flush=True)


secret = "replace-me-in-production-0123456789abcdef"
show(make_token(123, secret))
