"""Raises an exception whose text is of a kind of its own, and not what it seems."""


class Text(str):
    def encode(self, *args):
        return self

    def decode(self, *args):
        return self

    def __getitem__(self, key):
        return {"end": "returned"}


class Wrong(Exception):
    def __str__(self):
        return Text("text")


def create_token(user_id, secret):
    raise Wrong
