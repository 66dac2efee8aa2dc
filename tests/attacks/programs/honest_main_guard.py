"""Does more when it is run as a script."""

import sys
import time

from jwt import encode


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")


if __name__ == "__main__":
    print(create_token(int(sys.argv[1]), input("secret: ")))
    sys.exit(1)
