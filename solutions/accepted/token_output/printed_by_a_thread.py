import threading

from jwt import encode


def main():
    print(encode({"user_id": 123}, "replace-me-in-production-0123456789abcdef", algorithm="HS256"))


threading.Thread(target=main).start()
