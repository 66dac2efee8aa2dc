"""Begins a workflow's command in the name of an exception's type, and ends it in its message."""

raise type("x" * 59 + " ::error ", (Exception,), {})("y::owned")
