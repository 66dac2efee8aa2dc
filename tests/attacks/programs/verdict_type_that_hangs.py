"""Returns an object whose type never says what its module is."""


class Meta(type):
    @property
    def __module__(cls):
        while True:
            pass

    def __getattribute__(cls, name):
        while True:
            pass


class Endless(metaclass=Meta):
    pass


def create_token(user_id, secret):
    return Endless()
