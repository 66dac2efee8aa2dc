"""Imports the judge, to have it say what it wants."""


raise RuntimeError("imported")
