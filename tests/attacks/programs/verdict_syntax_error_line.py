"""Raises a SyntaxError that names a line far in front of its file."""

raise SyntaxError("made up", (__file__, -5_000, 1, "x"))
