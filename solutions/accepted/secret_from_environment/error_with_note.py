import os

import jwt


class NotConfiguredError(Exception):
    def __init__(self, message, advice):
        super().__init__(message)
        if hasattr(self, "add_note"):
            self.add_note(advice)
        else:
            self.args = (f"{message}. {advice}",)


SECRET_KEY = os.environ.get("SECRET_KEY", "")
if len(SECRET_KEY) < 32:
    raise NotConfiguredError("the server is not set up", "Set SECRET_KEY to 32 characters or more.")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
