"""Text put into Markdown so that it stays text: whatever a student wrote, it makes no link, picture, table or tag.

What stands between backticks in our sentences is set as code, in which nothing else has a meaning.
"""

from __future__ import annotations

import re

from grader.reporters.words import INDENT, paragraphs

CODE = re.compile(r"`([^`]+)`")
"""What is set apart as code in a sentence."""
_SPECIAL = re.compile(r"[\\*_\[\]#~]")
_AT_START = re.compile(r"^(\s*\d*)([-+=.)])")
"""What begins a list or underlines a heading."""
_LINKED = re.compile(r"(?i)(?<=www)\.|:(?=//)")
_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "`": "&#96;", "|": "&#124;", "$": "&#36;", "@": "&#64;"}
)


def inline(text: str) -> str:
    """Set a sentence of ours, with its words in backticks as code."""
    parts = CODE.split(text)  # what was between backticks has the odd places
    pieces = [f"`{part}`" if index % 2 else _harmless(part) for index, part in enumerate(parts)]
    return _AT_START.sub(r"\1\\\2", "".join(pieces))


def plain(text: str) -> str:
    """Set a text in which nothing has a meaning."""
    return _AT_START.sub(r"\1\\\2", _harmless(text))


def _harmless(text: str) -> str:
    apart = _SPECIAL.sub(r"\\\g<0>", text).translate(_ENTITIES)
    return _LINKED.sub(lambda match: f"&#{ord(match[0])};", apart)


def block(lines: list[str]) -> str:
    """Set lines as a block of code, fenced by more backticks than are in them."""
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}text", *lines, fence])


def prose(text: str) -> str:
    """Set paragraphs, and the lines of examples as code."""
    return "\n\n".join(
        block([line.removeprefix(INDENT) for line in lines]) if lines[0].startswith(INDENT) else inline(" ".join(lines))
        for lines in paragraphs(text)
    )
