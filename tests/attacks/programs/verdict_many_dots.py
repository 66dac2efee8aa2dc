"""Prints what looks like the beginnings of thousands of tokens."""

print("eyJ" * 5_000 + "." + "a." * 300)
