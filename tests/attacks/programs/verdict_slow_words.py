"""Returns a key over which the wording of a message would search for a long time, whatever it searches for."""

FRAGMENTS = ("eyJ", " (/", " (C:\\", "datetime.datetime(1, ", "2031-01-01T10:00", "0x", "b'a.", "1700000000.", "::", "##[")


def create_token(user_id, secret):
    return {fragment * (8_000 // len(fragment)): 1 for fragment in FRAGMENTS}
