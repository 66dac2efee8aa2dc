"""Returns an object of a type whose name is a text of a kind of its own, which never ends when it is shown."""


class Endless(str):
    def __str__(self):
        while True:
            pass

    __format__ = __repr__ = encode = lambda self, *args: Endless.__str__(self)


def create_token(user_id, secret):
    kind = type("Kind", (), {})
    kind.__qualname__ = Endless("Kind")
    kind.__module__ = Endless("module")
    return kind()
