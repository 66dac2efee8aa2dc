import jwt

secret = "replace-me-in-production-0123456789abcdef"


def main():
    token = jwt.encode({"user_id": 123}, secret, algorithm="HS265")
    print(token)


main()
