"""Prints a token dressed up in what would be obeyed."""

from jwt import encode

print("\x1b[32m" + encode({"user_id": 123}, "replace-me-in-production-0123456789abcdef") + "\x1b[0m\u202e")
