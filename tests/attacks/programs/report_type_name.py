"""Raises an exception whose type has a name that would be obeyed."""

raise type("\x1b[31m\u202e<b>]]>::error::" + "x" * 300, (Exception,), {"__module__": "[red]\x9b\u2028::error::"})(
    "text"
)
