"""Prints for ever."""

while True:
    print("I will not print in a loop. " * 10)
