"""What was handed in, read as bytes: never imported here, and no file can make the reading hang, follow or flood.

A file that cannot be taken is a sentence in `problems`; it costs nothing else.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from grader.errors import UsageError
from grader.yamlfile import YamlError, parse

ANSWERS = "answers.yaml"
MAX_BYTES = 256 * 1024
HIDES_A_LIBRARY = ("base64", "calendar", "datetime", "hashlib", "hmac", "json", "jwt", "time")
STEERS = ("conftest.py", "pytest.ini", "setup.cfg", "sitecustomize.py", "tox.ini", "usercustomize.py")


@dataclass(frozen=True)
class Submission:
    """The files that exercises ask for, by name, the answers by slug, and what stood in the way.

    `own_modules` are the student's own files that hide a library of that name when Python runs in their folder.
    """

    files: Mapping[str, bytes]
    answers: Mapping[str, object]
    problems: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    own_modules: frozenset[str] = frozenset()


def read(folder: Path, slugs: Iterable[str]) -> Submission:
    """Read the answers and each `<slug>.py` of a folder; raises UsageError if there is no such folder."""
    if not folder.is_dir():
        what = "is a file, not a folder" if folder.exists() else "does not exist"
        raise UsageError(f"{folder} {what}: give the folder that holds your answers.")
    files: dict[str, bytes] = {}
    problems: dict[str, str] = {}
    known = list(slugs)
    for name in (ANSWERS, *(f"{slug}.py" for slug in known)):
        try:
            content = _read_file(folder / name)
        except _RefusedError as refused:
            problems[name] = str(refused)
        else:
            if content is not None:
                files[name] = content
    answers, fault, answer_notes = _read_answers(files.pop(ANSWERS, b""), known)
    if fault:
        problems[ANSWERS] = fault
    names = {entry.name for entry in os.scandir(folder)}
    hiding = frozenset(name for name in HIDES_A_LIBRARY if f"{name}.py" in names)
    notes = (
        *answer_notes,
        *(f"`{name}.py` hides the real `{name}` when you run your code: rename it." for name in sorted(hiding)),
        *(f"`{name}` was not used: nothing in a submission steers the grader." for name in STEERS if name in names),
    )
    return Submission(files, answers, problems, notes, hiding)


class _RefusedError(Exception):
    """A file is there but is not taken; the text is a sentence that names it."""


def _read_file(path: Path) -> bytes | None:
    """Give the content of a regular file, None where there is none; never follows a link, never waits for a pipe."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        kind = path.lstat().st_mode
        if stat.S_ISLNK(kind):
            raise _RefusedError(f"{path.name} is a link: hand in the file itself.")
        if stat.S_ISDIR(kind):
            raise _RefusedError(f"{path.name} is a folder: a file is expected here.")
        if not stat.S_ISREG(kind):
            raise _RefusedError(f"{path.name} is not an ordinary file.")
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _RefusedError(f"{path.name} cannot be read: {error.strerror}.") from error
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise _RefusedError(f"{path.name} is not an ordinary file.")
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise _RefusedError(f"{path.name} is larger than {MAX_BYTES // 1024} KiB: hand in source code only.")
    return content


def _read_answers(content: bytes, slugs: list[str]) -> tuple[dict[str, object], str, list[str]]:
    """Give the answers by slug, a sentence if the file cannot be understood, and notes on what was passed over."""
    try:
        document = parse(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return {}, f"{ANSWERS}:{line}:1: this is not UTF-8 text: save the file as UTF-8.", []
    except YamlError as error:
        return {}, f"{ANSWERS}:{error.line}:{error.column}: {error.sentence}.", []
    if document.data is None:
        return {}, "", []
    if not isinstance(document.data, dict):
        return {}, f"{ANSWERS}:1:1: write one line for each exercise, for example `{slugs[0]}: A`.", []
    notes = [
        f"{ANSWERS}:{document.position((slug,), at_key=True)[0]}: there is no exercise `{slug}`; the line was not used."
        for slug in document.data
        if slug not in slugs
    ]
    return {slug: document.data[slug] for slug in slugs if document.data.get(slug) is not None}, "", notes
