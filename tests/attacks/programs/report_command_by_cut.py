"""Hands in a workflow's command that is cut short where it would be found, at the length of a message."""

raise RuntimeError("x" * 60 + " ::error " + "y" * 300 + "::owned")
