"""Raises KeyboardInterrupt, as if somebody had stopped the grader."""

raise KeyboardInterrupt
