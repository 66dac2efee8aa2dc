"""Warns in words that would be obeyed, under a category of the same kind."""

import warnings

warnings.warn("\x1b[31m\u202e::error::owned", type("\x1b[31m", (UserWarning,), {}), stacklevel=1)
raise RuntimeError("warned")
