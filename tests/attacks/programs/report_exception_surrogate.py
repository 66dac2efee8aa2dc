"""Raises a text with half of a character in it, which no file takes."""

raise RuntimeError("half of a character: \ud800, and \udc80 from a file's name")
