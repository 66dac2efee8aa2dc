import os

import jwt

def main():
    if len(os.environ["SECRET_KEY"]) < 32:
        raise RuntimeError("SECRET_KEY is too short")


if __name__ == "__main__":
    main()


def create_token(username):
    return jwt.encode({"sub": username}, os.environ["SECRET_KEY"], algorithm="HS256")
