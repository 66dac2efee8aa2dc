"""Asking a person at a terminal, or whatever is piped in, line by line."""

from __future__ import annotations

import io
import sys

from grader.cli import screen
from grader.text import clean

LONGEST = 1_000


def ask(prompt: str, *, longest: int = LONGEST) -> str | None:
    """Ask for a line and give what was typed; None at the end of input.

    Where it is not typed but piped in, it is shown as if it had been typed.
    """
    screen.say(prompt, nl=False)
    if isinstance(sys.stdin, io.TextIOWrapper) and sys.stdin.errors != "replace":  # once, before anything is read
        sys.stdin.reconfigure(errors="replace")  # what was typed may be in another encoding
    line = sys.stdin.readline(longest) if sys.stdin else ""
    if not line or not sys.stdin.isatty():
        screen.say(clean(line.strip()))
    return line or None
