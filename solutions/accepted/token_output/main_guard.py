import jwt

SECRET = "replace-me-in-production-0123456789abcdef"


def main():
    token = jwt.encode({"user_id": 123}, SECRET, algorithm="HS256")
    print(token)


if __name__ == "__main__":
    main()
