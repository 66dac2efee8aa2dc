"""Raises letters with hundreds of accents, which would cover the lines above."""

raise RuntimeError("a" + "\u0301\u0489" * 90)
