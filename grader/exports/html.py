"""The texts of exercises as HTML: paragraphs, words in backticks, and indented lines, which are code."""

from __future__ import annotations

import html
import itertools
import re

INDENT = "    "
_CODE = re.compile(r"`([^`]+)`")
_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """Give a text without the characters that no XML document may have."""
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def prose(text: str) -> str:
    """Give paragraphs and blocks of code, as the terminal sets them."""
    parts: list[str] = []
    for is_code, lines in itertools.groupby(text.splitlines(), _is_code):
        if is_code:
            parts.append(code("\n".join(line.removeprefix(INDENT) for line in lines)))
        else:
            parts += [f"<p>{_words(line)}</p>" for line in lines if line.strip()]
    return "".join(parts)


def code(source: str) -> str:
    """Give a block of code."""
    lines = source.strip("\n").rstrip()
    return f"<pre><code>{_escaped(lines)}</code></pre>"


def _words(line: str) -> str:
    return _CODE.sub(r"<code>\1</code>", _escaped(line))


def _is_code(line: str) -> bool:
    return line.startswith(INDENT)


def _escaped(text: str) -> str:
    return html.escape(plain(text), quote=False)
