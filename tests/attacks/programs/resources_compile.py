"""Has Python itself work for ever, before the first line is run."""

x = (((((((1 << 4000) ** 2) >> 1) ** 2) >> 1) ** 2) >> 1) ** 2
while True:
    x = x * x
