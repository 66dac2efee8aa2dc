"""What was handed in: the answers and the files that exercises ask for, as bytes, never imported here.

A file that cannot be taken is a sentence in `problems`; it costs nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from grader import manifest
from grader.container import Container, RefusedError, innermost, open_container
from grader.manifest import Manifest
from grader.renamed import candidates
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
    `places` are line and column of each answer, where they are known, `packed_for` is the sha256 of the exercises that
    it was packed for, empty if nobody packed it.
    """

    files: Mapping[str, bytes]
    answers: Mapping[str, object]
    problems: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    own_modules: frozenset[str] = frozenset()
    packed_for: str = ""
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Taken:
    """The files that were taken, by the names under which they are looked for, and what was to be said of others."""

    files: Mapping[str, bytes]
    problems: Mapping[str, str]
    notes: tuple[str, ...]


def read(path: Path, slugs: Iterable[str]) -> Submission:
    """Read the answers and each `<slug>.py` of a folder or an archive; raises UsageError if it cannot be read."""
    container = open_container(innermost(path))
    known = list(slugs)
    taken = take(container, known)
    files = dict(taken.files)
    packed = _manifest(container)
    changed = [] if packed is None else [name for name in wanted(known) if not packed.is_of(name, files.get(name))]
    answers, places, fault, answer_notes = _read_answers(files.pop(ANSWERS, b""), known)
    problems = {**taken.problems, ANSWERS: fault} if fault else taken.problems
    hiding = frozenset(name for name in HIDES_A_LIBRARY if f"{name}.py" in container.names)
    steering = [name for name in STEERS if name in container.names]
    notes = (
        *taken.notes,
        *answer_notes,
        *(f"`{name}` is not as it was when this was packed." for name in changed),
        *(f"`{name}.py` hides the real `{name}` when you run your code: rename it." for name in sorted(hiding)),
        *(f"`{name}` was not used: nothing in a submission steers the grader." for name in steering),
    )
    packed_for = packed.grader.exercises if packed else ""
    return Submission(files, answers, problems, notes, hiding, packed_for, places)


def wanted(slugs: Iterable[str]) -> tuple[str, ...]:
    """Give the names of the files that are looked for."""
    return (ANSWERS, *(f"{slug}.py" for slug in slugs))


def take(container: Container, slugs: Iterable[str]) -> Taken:
    """Take the files that are looked for, also where a browser or a platform has given them another name."""
    renamed = candidates(container.names)
    files: dict[str, bytes] = {}
    problems: dict[str, str] = {}
    notes: list[str] = []
    for name in wanted(slugs):
        others = renamed.get(name, [])
        try:
            content = container.read(name)
            if content is None and len(others) == 1:
                content = container.read(others[0])
                notes.append(f"`{clean(others[0])}` was taken as `{name}`.")
        except RefusedError as refused:
            problems[name] = str(refused)
        else:
            if content is not None:
                files[name] = content
            elif others:
                several = " and ".join(f"`{clean(other)}`" for other in others)
                problems[name] = f"There is no {name}, but {several}: name the one that counts `{name}`."
    return Taken(files, problems, tuple(notes))


def _manifest(container: Container) -> Manifest | None:
    try:
        return manifest.read(container.read(manifest.NAME) or b"")
    except RefusedError:
        return None


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
