"""Raises an exception whose traceback never ends."""


class Endless:
    @property
    def tb_frame(self):
        return self

    f_code = co_filename = property(lambda self: self)
    tb_lineno = 1

    @property
    def tb_next(self):
        return self


class Long(Exception):
    __traceback__ = Endless()


def create_token(user_id, secret):
    raise Long
