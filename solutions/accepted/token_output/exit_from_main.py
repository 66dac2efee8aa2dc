import atexit
import sys

from jwt import encode


def main():
    token = encode({"user_id": 123}, "replace-me-in-production-0123456789abcdef", algorithm="HS256")
    atexit.register(print, token)


if __name__ == "__main__":
    sys.exit(main())
