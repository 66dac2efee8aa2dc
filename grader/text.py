"""Text for people: student text made harmless and steady, lengths of time and values in words.

Everything that came from a student's program or files passes `clean` before it stands in a message.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

LONGEST = 200
LONGEST_STEADY = 2_000
"""So much of a text is looked at: what is shown of it is less, and what looks for patterns takes its time."""
# C0 and C1 controls, surrogates, and the characters that turn, hide or break text: bidi marks, zero width, line ends.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff]"
    "|[\U000e0000-\U000e0fff]"
)
_UUID = r"(?<![\w-])[0-9a-f]{8}(-?)[0-9a-f]{4}\1[1-8][0-9a-f]{3}\1[89ab][0-9a-f]{3}\1[0-9a-f]{12}(?![\w-])"  # RFC 9562
_ENCODED = r"(?<![\w+/-])(?=[\w+/-]*[a-z])(?=[\w+/-]*[A-Z])(?=[\w+/-]*\d)[A-Za-z0-9+/_-]{40,}=*"  # base64: RFC 4648
_RANDOM = (
    (re.compile(r"(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_=-]{5,}(?:\.[A-Za-z0-9_-]*)*"), "<token>"),
    (re.compile(r" \((?:/|[A-Za-z]:\\).*?\)(?=$|[\s.,;:'\"])"), ""),  # where a library is on this machine
    (re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?"), "<time>"),
    (re.compile(r"datetime\.datetime\([\d, ]+"), "datetime.datetime(<time>"),
    (re.compile(r"(?<![\w.])(?:17|18|19|20)\d{8}(?:\d{3}(?:\d{3}){0,2})?(?:\.\d+)?(?![\w])"), "<time>"),
    (re.compile(r"\b0x[0-9a-fA-F]{6,}\b"), "<address>"),
    (re.compile(r"(?<=fromhex\(\) arg at position )\d+"), "<number>"),
    (re.compile(_UUID), "<uuid>"),
    (re.compile(_ENCODED), "<encoded>"),
)


def clean(text: str, longest: int = LONGEST) -> str:
    """Make one harmless line of a student's text: no control, bidi or invisible characters, and not endlessly long."""
    shown = _UNSAFE.sub(lambda match: " " if match[0] in "\t\n\r" else "\N{REPLACEMENT CHARACTER}", text[: 4 * longest])
    shown = disarm(shown)
    return shown if len(shown) <= longest and len(text) <= 4 * longest else f"{shown[: longest - 1]}…"


def disarm(text: str) -> str:
    """Take apart what begins a command to a CI system that reads its log: `::error::`, `##[error]`, `##vso[...]`."""
    return text.replace("::", ": :").replace("##", "# #")


def steady(text: str, bindings: Mapping[str, Any]) -> str:
    """Put names in the places of what was drawn at random, so that a message is the same every time."""
    text = text[:LONGEST_STEADY]
    for name, value in bindings.items():
        if name.startswith("$"):
            for spelling in (str(value), repr(str(value))[1:-1]):  # a key of several lines may be in quotes
                text = text.replace(spelling, f"<{name[1:]}>")
    for pattern, name in _RANDOM:
        text = pattern.sub(name, text)
    return text


def whole(seconds: float) -> float:
    """Give the distance of a moment that was meant: where it was cut or rounded to whole seconds, what it was before.

    A moment that is less than a second off a whole minute is taken for one that was meant to be that minute.
    """
    minutes = round(seconds / 60) * 60.0
    return minutes if abs(seconds - minutes) < 1 else float(math.ceil(seconds - 0.001))


def duration(seconds: float) -> str:
    """Say a length of time, zero or more seconds, in its two largest units: `5 h 37 min`."""
    rest, parts = round(seconds), []
    for unit, size in (("d", 86400), ("h", 3600), ("min", 60), ("s", 1)):
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count} {unit}")
    return " ".join(parts[:2]) or "0 s"
