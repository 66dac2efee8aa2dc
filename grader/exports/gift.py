"""Questions in Moodle's GIFT, which many other programs read, too. It has no word for points.

https://docs.moodle.org/en/GIFT_format
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from grader.exports.html import plain
from grader.exports.questions import Asked, Choice

_SPECIAL = re.compile(r"[\\~=#{}:]")


def render(asked: Iterable[Asked], title: str) -> str:
    """Give a file of questions in a category of this title."""
    named = " ".join(plain(title).replace("/", "//").split())  # one slash parts a category from its parent
    return "\n".join([f"$CATEGORY: {named}\n", *map(_question, asked)])


def _question(asked: Asked) -> str:
    options = "".join(f"  {_choice(choice)}\n" for choice in asked.choices)
    head = f"// {asked.slug}\n::{_escaped(asked.title)}::[html]{_escaped(asked.shown)} {{\n"
    return f"{head}{options}  ####{_escaped(asked.explanation)}\n}}\n"


def _choice(choice: Choice) -> str:
    return f"{'=' if choice.is_right else '~'}{_escaped(choice.shown)} #{_escaped(choice.feedback)}"


def _escaped(shown: str) -> str:
    """Escape what GIFT gives a meaning to; an empty line, even in code, would end the question."""
    return _SPECIAL.sub(r"\\\g<0>", shown).replace("\n", "\\n")
