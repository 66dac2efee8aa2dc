"""Raises a SyntaxError whose line is no number."""

raise SyntaxError("made up", (__file__, [{}], 1, "x"))
