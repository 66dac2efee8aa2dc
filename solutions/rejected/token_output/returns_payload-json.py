import json

import jwt

secret = "replace-me-in-production-0123456789abcdef"


def main():
    payload = {"user_id": 123}
    token = jwt.encode(payload, secret, algorithm="HS256")
    print(json.dumps(jwt.decode(token, secret, algorithms=["HS256"])))


if __name__ == "__main__":
    main()
