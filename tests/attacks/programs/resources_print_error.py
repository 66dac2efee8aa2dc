"""Prints to standard error for ever."""

import sys

while True:
    print("I will not print in a loop. " * 10, file=sys.stderr)
