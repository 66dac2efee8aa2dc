from jwt import encode


def main():
    payload = {"user_id": 123}
    secret = "replace-me-in-production-0123456789abcdef"
    return encode(payload, secret, algorithm="HS256")


if __name__ == "__main__":
    main()
