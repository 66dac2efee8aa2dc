"""Makes its own arguments into something huge."""


def create_token(user_id, secret):
    import sys

    frame = sys._getframe(1)
    arguments = next(each for each in frame.f_locals.values() if type(each) is list)
    arguments[:] = ["x" * 60_000] * 200
