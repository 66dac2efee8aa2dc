"""Raises an exception from a module whose name is a screenful."""

raise type("Error", (Exception,), {"__module__": "\n".join(["::error::owned"] * 50)})("text")
