"""Reads its own file, to find where submissions lie."""

raise RuntimeError(open(__file__).read())
