"""A student's folder, made or completed: what belongs into it, and how it gets there without changing what is there."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from grader import __version__, answer_sheet, submission, workspace
from grader.catalog import Catalog
from grader.errors import UsageError
from grader.exercise import Exercise
from grader.submission import ANSWERS
from grader.workspace import Workspace

TEMPLATES = Path(__file__).with_name("templates")
WORKFLOW = ".github/workflows/grade.yml"
SCHEMA = "answers.schema.json"
EDITOR: Mapping[str, tuple[str, object]] = {
    ".vscode/settings.json": (
        f"has VS Code check {ANSWERS}",
        {"yaml.schemas": {f"{workspace.HIDDEN}/{SCHEMA}": ANSWERS}},
    ),
    ".vscode/extensions.json": (
        "has it offer the extension for that",
        {"recommendations": ["redhat.vscode-yaml"]},
    ),
}
"""What VS Code is told, by file: what that is for, and the settings."""
REQUIREMENT = f"jwt-grader=={__version__}"
"""What pip is to install where nothing else is said."""
ABOUT = {
    ANSWERS: "the questions: one letter for each",
    "README.md": "how it all goes",
    ".gitignore": "what Git need not keep",
    WORKFLOW: "grades your work on GitHub",
    **{name: about for name, (about, _) in EDITOR.items()},
}
REMEDY = "write one line for each answer, such as `purpose: A`, from the beginning of the line."


@dataclass
class Begun:
    """What became of the folder: files made and left, exercises added to the answers, and what could not be done."""

    made: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)


def files(exercises: Iterable[Exercise], *, ours: bool, requirement: str = REQUIREMENT) -> Mapping[str, str]:
    """Give what belongs into a folder, by path.

    What grades on GitHub is only for exercises that are installed there; `requirement` is what pip installs.
    """
    known = list(exercises)
    values = {"{first}": known[0].slug, "{requirement}": json.dumps(requirement)}
    starters = {exercise.file: exercise.task.starter for exercise in known if exercise.task}
    workflow = {WORKFLOW: _template("grade.yml", values)} if ours else {}
    others = {"README.md": _template("README.md", values), ".gitignore": _template("gitignore", values)}
    editor = {name: f"{json.dumps(settings, indent=2)}\n" for name, (_, settings) in EDITOR.items()}
    return {**starters, ANSWERS: answer_sheet.fresh(known), **others, **workflow, **editor}


def own_files(exercises: Iterable[Exercise]) -> Mapping[str, str]:
    """Give what belongs into the hidden folder, which Git is told to pass over, and is always written anew."""
    schema = json.dumps(answer_sheet.schema(exercises), indent=2, ensure_ascii=False)
    return {".gitignore": "*\n", SCHEMA: f"{schema}\n"}


def begin(folder: Path, catalog: Catalog, exercises_folder: Path, requirement: str = REQUIREMENT) -> Begun:
    """Make the folder, or add what is missing in it; raises UsageError if nothing can be made there."""
    identity = workspace.identity(exercises_folder)
    _make_hidden(Workspace(folder), identity, own_files(catalog.exercises))
    begun = Begun()
    for name, text in files(catalog.exercises, ours=not identity, requirement=requirement).items():
        _make(folder, name, text, begun)
    if ANSWERS in begun.left:
        _add_questions(folder, catalog, begun)
    return begun


def _make_hidden(here: Workspace, identity: str, own: Mapping[str, str]) -> None:
    """Make the hidden folder and renew what is in it; raises UsageError if that cannot be."""
    if os.path.lexists(here.folder) and not here.folder.is_dir():
        raise UsageError(f"{here.folder} is a file, not a folder: give your folder another name.")
    if os.path.lexists(here.hidden) and (here.hidden.is_symlink() or not here.hidden.is_dir()):
        raise UsageError(
            f"{here.hidden} is in the way: the grader needs a folder of that name. Rename it and try again."
        )
    known = here.recall()
    if known.model_fields_set and known.exercises != identity:  # no field is set where nothing could be read
        whose = f"in {known.exercises}" if known.exercises else "that come with jwt-grader"
        raise UsageError(f"{here.folder} was made for the exercises {whose}: give these a folder of their own.")
    try:
        here.hidden.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{here.folder} cannot be made here: {error.strerror}. Try it in another place.") from error
    for name, text in own.items():
        workspace.replace(here.hidden / name, text.encode())
    if not here.remember(lambda known: known.model_copy(update={"exercises": identity})):
        raise UsageError(f"Nothing can be written in {here.folder}: make a folder in another place.")


def _make(folder: Path, name: str, text: str, begun: Begun) -> None:
    """Make a file where there is none."""
    file = folder / name
    if os.path.lexists(file):
        begun.left.append(name)
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as new:  # it fails rather than overwrite what appeared in between
            new.write(text.encode())
    except OSError as error:
        begun.troubles.append(f"{name} could not be made: {error.strerror}.")
    else:
        begun.made.append(name)


def _add_questions(folder: Path, catalog: Catalog, begun: Begun) -> None:
    """Add what is missing to the answers that are there."""
    problem = submission.read(folder, [exercise.slug for exercise in catalog.exercises]).problems.get(ANSWERS)
    if problem:
        begun.troubles.append(f"No question was added. {problem}")
        return
    found = answer_sheet.extended((folder / ANSWERS).read_bytes(), catalog.exercises)
    if found is None:
        begun.troubles.append(f"{ANSWERS} is written in a way that no question can be added to: {REMEDY}")
    elif found.added and not workspace.replace(folder / ANSWERS, found.content):
        begun.troubles.append(f"No question was added: {ANSWERS} cannot be written.")
    else:
        begun.added += found.added


def _template(name: str, values: Mapping[str, str]) -> str:
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    for placeholder, value in values.items():
        text = text.replace(placeholder, value)
    return text
