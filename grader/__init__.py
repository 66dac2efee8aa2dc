"""Automated quiz and grader for JWT token creation in FastAPI."""

__version__ = "0.1.0"
