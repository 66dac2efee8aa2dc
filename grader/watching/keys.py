"""What terminals send for a key, and the name that it has here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

ESCAPE: Final = "escape"
ENTER: Final = "enter"
END_OF_INPUT: Final = "end of input"
SEQUENCES = {
    "A": "up",
    "B": "down",
    "C": "right",
    "D": "left",
    "H": "home",
    "F": "end",
    "1~": "home",
    "4~": "end",
    "5~": "page up",
    "6~": "page down",
    "7~": "home",
    "8~": "end",
}
"""By what follows `ESC [` or `ESC O`."""
CONSOLE = {
    "H": "up",
    "P": "down",
    "M": "right",
    "K": "left",
    "G": "home",
    "O": "end",
    "I": "page up",
    "Q": "page down",
}
"""By what Windows gives after the mark of a special key."""
CONSOLE_MARKS = ("\x00", "\xe0")
SINGLE = {"\r": ENTER, "\n": ENTER, "\x03": END_OF_INPUT, "\x04": END_OF_INPUT, " ": "page down", "\x1b": ESCAPE}
TYPED = re.compile(r"\x1b(?:\[|O)(?P<sequence>[\d;]*[A-Za-z~])|(?P<single>.)", re.DOTALL)


def named(data: bytes) -> Iterator[str]:
    """Name each key of what a terminal sent, letters as small ones; what is no key of ours has a name of its own."""
    for match in TYPED.finditer(data.decode("utf-8", "replace")):
        single = match["single"]
        yield named_letter(single) if single else SEQUENCES.get(match["sequence"], "unknown")


def named_letter(letter: str) -> str:
    """Name a key that is one character."""
    return SINGLE.get(letter, letter.lower())
