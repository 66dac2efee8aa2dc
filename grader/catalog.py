"""Exercise files read into exercises, with file:line:column on every fault at once; the only reader of exercises/.

Nothing here knows what is right: whether an exercise's key and checks hold is for `prove`.
"""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from grader import consistency
from grader.consistency import Fault
from grader.errors import ExerciseError, UsageError
from grader.example import Example
from grader.exercise import Exercise, Key, Option, Question, Task
from grader.steps import Call, Forged, Forgery, Lifetime, Load, Read, Request, Tampering
from grader.verbs import VERBS, Signing
from grader.vocabulary import Model
from grader.yamlfile import Document, YamlError, parse

TOO_SHORT = "at least"
FEW = 12
"""Choices up to this many are listed in a message."""


@dataclass(frozen=True)
class Catalog:
    """All exercises of a folder in their order, and the sha256 of the files that they were read from."""

    exercises: tuple[Exercise, ...]
    digest: str

    def select(self, slugs: Sequence[str]) -> Catalog:
        """Keep the exercises with these slugs, all where none is given; raises UsageError for an unknown one."""
        known = [exercise.slug for exercise in self.exercises]
        for slug in slugs:
            if slug not in known:
                meant = self.suggestion(slug) or f"; there are {', '.join(known)}."
                raise UsageError(f"There is no exercise '{slug}'{meant}")
        return Catalog(tuple(e for e in self.exercises if not slugs or e.slug in slugs), self.digest)

    def suggestion(self, word: str) -> str:
        """End a sentence about a name that no exercise has: with the one that is at this place, or has a near name."""
        numbered = next((each.slug for each in self.exercises if word == str(each.position)), None)
        known = [exercise.slug for exercise in self.exercises]
        return f"; number {word} is '{numbered}'." if numbered else did_you_mean(word, known)


def builtin_folder() -> Path:
    """Where our exercises are: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    return package / "exercises" if (package / "exercises").is_dir() else package.parent / "exercises"


def references(folder: Path, exercises: Iterable[Exercise]) -> dict[str, str]:
    """Give a right program for each exercise that has one: they lie beside the folder of the exercises."""
    ours = Path(__file__).with_name("references")
    own = folder.parent / "solutions" / "reference"
    place = ours if folder == builtin_folder() and ours.is_dir() else own
    files = {exercise.slug: place / exercise.file for exercise in exercises}
    return {slug: file.read_text(encoding="utf-8") for slug, file in files.items() if file.is_file()}


def load(folder: Path) -> Catalog:
    """Read every exercise of a folder; raises UsageError without one, ExerciseError with all faults of all files."""
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise UsageError(f"There is no exercise in {folder}: it holds no .yaml file.")
    exercises: list[Exercise] = []
    faults: list[str] = []
    digest = hashlib.sha256()
    for file in files:
        content = file.read_bytes()
        digest.update(file.name.encode() + b"\0" + content.replace(b"\r\n", b"\n") + b"\0")  # as Git may end lines
        try:
            exercises.append(read(content, file))
        except ExerciseError as error:
            faults.append(str(error))
    faults += [
        f"{folder / later}.yaml:1:1: position {position} is that of {first}.yaml already"
        for position, first, later in _taken(exercises)
    ]
    if faults:
        raise ExerciseError("\n".join(faults))
    return Catalog(tuple(sorted(exercises, key=lambda exercise: exercise.position)), digest.hexdigest())


def read(content: bytes, file: Path) -> Exercise:
    """Read one exercise; raises ExerciseError with every fault as `file:line:column: sentence`, a line each."""
    return read_as(Exercise, content, file, lambda data: consistency.faults(data, file.stem))


M = TypeVar("M", bound=Model)


def read_as(model: type[M], content: bytes, file: Path, names: Callable[[object], Iterable[Fault]]) -> M:
    """Read a file written in the words of exercises; `names` finds what refers to nothing. Raises ExerciseError."""
    try:
        document = parse(content.decode())
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ExerciseError(f"{file}:{line}:1: the file is not UTF-8") from error
    except YamlError as error:
        raise ExerciseError(f"{file}:{error.line}:{error.column}: {error.sentence}") from error
    of_names = list(names(document.data))
    try:
        made = model.model_validate_json(json.dumps(document.data))
    except ValidationError as error:
        of_shape = [_fault(details) for details in error.errors(include_url=False)]
        raise ExerciseError("\n".join(located(_first_hand(of_shape, of_names), file, document))) from error
    if of_names:
        raise ExerciseError("\n".join(located(of_names, file, document)))
    return made


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """End a sentence about an unknown word with the known one that is nearest, if any is near."""
    near = difflib.get_close_matches(word, [name for name in known if name != word], n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


def _taken(exercises: Iterable[Exercise]) -> Iterable[tuple[int, str, str]]:
    """Yield each position that is taken twice, with both slugs."""
    first: dict[int, str] = {}
    for exercise in exercises:
        other = first.setdefault(exercise.position, exercise.slug)
        if other != exercise.slug:
            yield exercise.position, other, exercise.slug


def _first_hand(of_shape: list[Fault], of_names: list[Fault]) -> list[Fault]:
    """Leave out faults that only follow from another one there: a list too short because of a part that is wrong."""
    spoilt = {fault.path[:end] for fault in of_shape for end in range(len(fault.path))}
    shapes = [fault for fault in of_shape if not (fault.sentence.startswith(TOO_SHORT) and fault.path in spoilt)]
    told = {fault.path[:end] for fault in shapes for end in range(len(fault.path) + 1)}
    return [*shapes, *(fault for fault in of_names if fault.path not in told or not fault.path)]


def _path_in_file(location: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Leave out of pydantic's path the marks by which it told what kind of entry this is."""
    return tuple(key for key in location if not str(key).startswith("<"))


def located(faults: Iterable[Fault], file: Path, document: Document) -> Iterator[str]:
    """Yield `file:line:column: sentence` for each fault, in the order of the file."""
    placed = sorted(((document.position(f.path, at_key=f.at_key), f) for f in faults), key=lambda pair: pair[0])
    for (line, column), fault in placed:
        yield f"{file}:{line}:{column}: {fault.sentence}{did_you_mean(fault.word, fault.known)}"


def _fault(details: ErrorDetails) -> Fault:
    """Say in our words what pydantic found; its own words where it found something rare."""
    path = _path_in_file(details["loc"])
    word, context = str(path[-1]) if path else "", details.get("ctx", {})
    match details["type"]:
        case "missing":
            return Fault(path[:-1], f"'{word}' is missing")
        case "extra_forbidden":
            elsewhere = word in _all_keys()
            known = () if elsewhere else _all_keys()
            return Fault(path, f"the key '{word}' is not known here", word, known, at_key=True)
        case "literal_error":
            choices = tuple(str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", "))
            given = str(details["input"])
            listed = ", ".join(choices) if len(choices) <= FEW else f"the {len(choices)} that are known"
            return Fault(path, f"'{given}' is none of {listed}", given, choices)
        case "too_short":
            return Fault(path, f"{TOO_SHORT} {context['min_length']} must stand here")
        case "string_pattern_mismatch":
            of_key = word == "[key]"  # as pydantic calls it
            sentence = f"'{details['input']}' does not have the form {context['pattern']}"
            return Fault(path[:-1] if of_key else path, sentence, at_key=of_key)
        case "no_verb":
            keys = details["input"] if isinstance(details["input"], dict) else {}
            unknown = next((key for key in keys if key not in _all_keys()), "")
            return Fault(path, details["msg"], unknown, tuple(context["verbs"].split(", ")))
        case _:
            sentence = details["msg"].replace("Input should", "this should")
            return Fault(path, sentence[0].lower() + sentence[1:])


def _all_keys() -> tuple[str, ...]:
    """Every key of the vocabulary."""
    of_steps: list[type[Model]] = [Call, Read, Load, Request, Forgery, Forged, Tampering, Lifetime]
    models: list[type[Model]] = [Exercise, Question, Option, Key, Task, Example, *of_steps, Signing, *VERBS.values()]
    return tuple(dict.fromkeys(info.alias or name for model in models for name, info in model.model_fields.items()))
