"""Leaves names in its module that are no names."""

globals()[5] = 5
globals()[""] = None
globals()["\ud800"] = None
del globals()["__name__"]
