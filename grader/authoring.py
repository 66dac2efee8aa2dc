"""A new exercise: its file and its solutions, small, and proven as they stand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from grader import catalog, submission
from grader.errors import UsageError
from grader.exercise import json_schema
from grader.solutions import beside
from grader.submission import ANSWERS, HIDES_A_LIBRARY
from grader.vocabulary import Slug

TEMPLATES = Path(__file__).parent / "templates" / "exercise"
SCHEMA = "exercise.schema.json"
PROGRAMS = {
    "reference/{slug}.py": "reference",
    "accepted/{slug}/from_import.py": "accepted",
    "rejected/{slug}/hard_coded_secret.py": "hard_coded_secret",
    "rejected/{slug}/wrong_claim_name.py": "wrong_claim_name",
}
ANSWER = "A"


def make(slug: str, exercises_folder: Path) -> tuple[Path, ...]:
    """Make an exercise's files and tell which; raises UsageError, with nothing made, if one is there already."""
    _refuse_name(slug)
    answers = beside(exercises_folder) / "reference" / ANSWERS
    files = _files(slug, exercises_folder)
    in_the_way = next((file for file in files if file.exists()), None)
    if in_the_way:
        raise UsageError(f"{in_the_way} is there already: choose another name.")
    extended = _answers(answers, slug)
    try:
        for file, text in {**files, **_schema(exercises_folder), answers: extended}.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
    except OSError as error:
        raise UsageError(f"{error.filename} cannot be written: {error.strerror}.") from error
    return (*files, answers)


def json_schema_text() -> str:
    """Give the schema of exercise files as it stands beside them."""
    return json.dumps(json_schema(), indent=2) + "\n"


def _refuse_name(slug: str) -> None:
    try:
        TypeAdapter(Slug).validate_python(slug)
    except ValidationError as error:
        told = f"'{slug}' is no name for an exercise: use small letters, digits and _, such as token_lifetime."
        raise UsageError(told) from error
    if slug in HIDES_A_LIBRARY:
        raise UsageError(f"A student's {slug}.py would hide the library of that name: choose another name.")


def _files(slug: str, exercises_folder: Path) -> Mapping[Path, str]:
    values = {"{slug}": slug, "{position}": str(_position(exercises_folder))}
    programs = {
        beside(exercises_folder) / place.replace("{slug}", slug): _template(f"{name}.py.txt", values)
        for place, name in PROGRAMS.items()
    }
    return {exercises_folder / f"{slug}.yaml": _template("exercise.yaml", values), **programs}


def _position(exercises_folder: Path) -> int:
    """Give the position after the last; raises ExerciseError if the exercises that are there cannot be read."""
    if not any(exercises_folder.glob("*.yaml")):
        return 1
    return catalog.load(exercises_folder).exercises[-1].position + 1


def _answers(file: Path, slug: str) -> str:
    """Give the reference's answers with that of the new exercise; raises UsageError if they cannot be read."""
    if not file.exists():
        return f"{slug}: {ANSWER}\n"
    read = submission.read(file.parent, [slug])
    if ANSWERS in read.problems or slug in read.answers:
        told = read.problems.get(ANSWERS, f"{ANSWERS} has an answer for {slug} already.")
        raise UsageError(f"{file.parent}: {told} Put that right first.")
    text = file.read_text(encoding="utf-8")
    return "".join(f"{line}\n" for line in [*text.splitlines(), f"{slug}: {ANSWER}"])


def _schema(exercises_folder: Path) -> Mapping[Path, str]:
    file = exercises_folder / SCHEMA
    return {} if file.exists() else {file: json_schema_text()}


def _template(name: str, values: Mapping[str, str]) -> str:
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    for placeholder, value in values.items():
        text = text.replace(placeholder, value)
    return text
