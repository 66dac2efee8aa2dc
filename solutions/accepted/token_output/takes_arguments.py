import argparse

from jwt import encode

parser = argparse.ArgumentParser(description="Print a token for a user.")
parser.add_argument("--user", type=int, default="123")
arguments = parser.parse_args()

print(encode({"user_id": arguments.user}, "replace-me-in-production-0123456789abcdef", algorithm="HS256"))
