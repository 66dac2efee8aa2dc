"""One answer written into answers.yaml, at once and whole, with all else in the file kept as it is.

A letter takes the place of the one before it, or a line is added. What comes out is read again before it is written:
it must say what was there before and the new answer, or nothing is written.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from grader import files
from grader.errors import UsageError
from grader.submission import ANSWERS
from grader.yamlfile import Document, YamlError, parse

MARK = "\ufeff"
"""What some editors put at the beginning of a file."""
LINE_ENDS = ("\r\n", "\n", "\r")


def write(folder: Path, slug: str, letter: str) -> None:
    """Put an answer into a folder's answers.yaml; raises UsageError if that cannot be done, and then nothing is."""
    file = folder / ANSWERS
    try:
        before = file.read_bytes().decode() if file.exists() else ""
        files.replace(file, put(before, slug, letter).encode())
    except UnicodeDecodeError as error:
        raise UsageError(f"{ANSWERS} is not UTF-8 text: save it as UTF-8. Nothing in it was changed.") from error
    except OSError as error:
        raise UsageError(f"Your answer cannot be written to {file}: {error.strerror}.") from error


def put(text: str, slug: str, letter: str) -> str:
    """Give the text with this answer in it; raises UsageError where the text has no place for it."""
    mark, body = (MARK, text[1:]) if text.startswith(MARK) else ("", text)
    with contextlib.suppress(YamlError):
        document = parse(body)
        known = document.data or {}
        ways = _ways(body, document, slug, letter) if isinstance(known, dict) else ()
        for changed in ways:
            if _says(changed, {**known, slug: letter}):
                return mark + changed
    raise UsageError(
        f"{ANSWERS} was left as it is, because there seems to be no place in it for an answer: "
        f"write the line `{slug}: {letter}` into it yourself."
    )


def _says(text: str, wanted: dict[str, object]) -> bool:
    try:
        return bool(parse(text).data == wanted)
    except YamlError:
        return False


def _ways(text: str, document: Document, slug: str, letter: str) -> Iterator[str]:
    """Yield the text with the answer in each place where it might belong, the best first."""
    root = document.root if isinstance(document.root, yaml.MappingNode) else None
    entries = root.value if root else []
    value = next((value for key, value in entries if key.value == slug), None)
    end = _line_end(text)
    if isinstance(value, yaml.ScalarNode):
        yield _instead(text, value, letter)
    elif value is None and root and root.flow_style:
        after = root.start_mark.index + 1
        yield f"{text[:after]}{slug}: {letter}{', ' if entries else ''}{text[after:]}"
    elif value is None:
        column = entries[0][0].start_mark.column if entries else 0
        line = f"{' ' * column}{slug}: {letter}{end}"
        is_open = bool(text) and not text.endswith(LINE_ENDS)
        yield f"{text}{end if is_open else ''}{line}"
        if entries:
            at = entries[0][0].start_mark.index - column
            yield text[:at] + line + text[at:]


def _instead(text: str, value: yaml.ScalarNode, letter: str) -> str:
    start, end = value.start_mark.index, value.end_mark.index
    end -= len(text[start:end]) - len(text[start:end].rstrip())  # a block of text takes its line's end with it
    return f"{text[:start]}{' ' if text[start - 1] == ':' else ''}{letter}{text[max(start, end) :]}"


def _line_end(text: str) -> str:
    found = re.search("|".join(LINE_ENDS), text)
    return found[0] if found else "\n"
