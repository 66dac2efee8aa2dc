"""What was handed in: the answers and the files that exercises ask for, as bytes, never imported here.

A file that cannot be taken is a sentence in `problems`; it costs nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from grader.container import RefusedError, open_container
from grader.text import clean
from grader.yamlfile import YamlError, parse

ANSWERS = "answers.yaml"
NO_SPACE = re.compile(rb"^\w+:[A-Za-z]\b")
HIDES_A_LIBRARY = ("base64", "calendar", "datetime", "hashlib", "hmac", "json", "jwt", "time")
STEERS = ("conftest.py", "pytest.ini", "setup.cfg", "sitecustomize.py", "tox.ini", "usercustomize.py")


@dataclass(frozen=True)
class Submission:
    """The files that exercises ask for, by name, the answers by slug, and what stood in the way.

    `own_modules` are the student's own files that hide a library of that name when Python runs in their folder;
    `places` are line and column of each answer, where they are known.
    """

    files: Mapping[str, bytes]
    answers: Mapping[str, object]
    problems: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    own_modules: frozenset[str] = frozenset()
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False)


def read(path: Path, slugs: Iterable[str]) -> Submission:
    """Read the answers and each `<slug>.py` of a folder or an archive; raises UsageError if it cannot be read."""
    container = open_container(path)
    files: dict[str, bytes] = {}
    problems: dict[str, str] = {}
    known = list(slugs)
    for name in (ANSWERS, *(f"{slug}.py" for slug in known)):
        try:
            content = container.read(name)
        except RefusedError as refused:
            problems[name] = str(refused)
        else:
            if content is not None:
                files[name] = content
    answers, places, fault, answer_notes = _read_answers(files.pop(ANSWERS, b""), known)
    if fault:
        problems[ANSWERS] = fault
    hiding = frozenset(name for name in HIDES_A_LIBRARY if f"{name}.py" in container.names)
    steering = [name for name in STEERS if name in container.names]
    notes = (
        *answer_notes,
        *(f"`{name}.py` hides the real `{name}` when you run your code: rename it." for name in sorted(hiding)),
        *(f"`{name}` was not used: nothing in a submission steers the grader." for name in steering),
    )
    return Submission(files, answers, problems, notes, hiding, places=places)


def _read_answers(
    content: bytes, slugs: list[str]
) -> tuple[dict[str, object], dict[str, tuple[int, int]], str, list[str]]:
    """Give answers and their places by slug, a sentence if the file cannot be understood, and what was passed over."""
    try:
        document = parse(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return {}, {}, f"{ANSWERS}:{line}:1: this is not UTF-8 text: save the file as UTF-8.", []
    except YamlError as error:
        tight = next((n for n, line in enumerate(content.splitlines(), 1) if NO_SPACE.match(line)), None)
        if tight:
            return {}, {}, f"{ANSWERS}:{tight}: put a space after the colon, as in `purpose: A`.", []
        return {}, {}, f"{ANSWERS}:{error.line}:{error.column}: {clean(error.sentence)}.", []
    if document.data is None:
        return {}, {}, "", []
    if not isinstance(document.data, dict):
        return {}, {}, f"{ANSWERS}:1:1: write one line for each exercise, for example `purpose: A`.", []
    notes = [
        f"{ANSWERS}:{document.position((slug,), at_key=True)[0]}: there is no exercise `{clean(slug, 40)}`."
        for slug in document.data
        if slug not in slugs
    ]
    answers = {slug: document.data[slug] for slug in slugs if document.data.get(slug) is not None}
    return answers, {slug: document.position((slug,)) for slug in answers}, "", notes
