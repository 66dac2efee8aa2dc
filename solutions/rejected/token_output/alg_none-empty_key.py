import jwt

payload = {"user_id": 123}
secret = ""


def main():
    print(jwt.encode(payload, secret, algorithm="none"))


main()
