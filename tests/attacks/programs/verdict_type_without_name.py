"""Returns an object whose type raises when it is asked for its module."""


class Meta(type):
    @property
    def __module__(cls):
        raise LookupError("this type has no module")


class Nameless(metaclass=Meta):
    pass


def create_token(user_id, secret):
    return Nameless()
