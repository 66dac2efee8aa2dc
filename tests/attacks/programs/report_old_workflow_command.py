"""Raises a text in the old form of workflow commands, which are obeyed anywhere in a line."""

raise RuntimeError("##[error]owned")
