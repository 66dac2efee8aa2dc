"""The misconceptions' examples, read from the files that come with the package: one for each label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

from grader import consistency
from grader.catalog import did_you_mean, read_as
from grader.errors import ExerciseError, UsageError
from grader.example import GROUPS, Example
from grader.labels import Label

FOLDER = Path(__file__).with_name("examples")


def known(label: str) -> Label:
    """Give the label of this name; raises UsageError if there is none."""
    for each in get_args(Label):
        if each == label:
            return each  # type: ignore[no-any-return] # of the literal's own arguments
    meant = did_you_mean(label, get_args(Label)) or ": `grader explain` lists them all."
    raise UsageError(f"There is no misconception '{label}'{meant}")


def read(label: Label, folder: Path = FOLDER) -> Example:
    """Read the example of a label; raises UsageError if there is none, ExerciseError if it cannot be used."""
    file = folder / f"{label}.yaml"
    if not file.is_file():
        raise UsageError(f"The misconception '{label}' has no example yet, so it cannot be shown.")
    return read_as(Example, file.read_bytes(), file, consistency.faults_of_example)


def read_all(folder: Path = FOLDER) -> Mapping[Label, Example]:
    """Read all examples that there are, in the labels' order; raises ExerciseError with all faults of all files."""
    examples: dict[Label, Example] = {}
    faults = list(_strays(folder))
    for label in get_args(Label):
        if (folder / f"{label}.yaml").is_file():
            try:
                examples[label] = read(label, folder)
            except ExerciseError as error:
                faults.append(str(error))
    if faults:
        raise ExerciseError("\n".join(faults))
    return examples


def grouped(examples: Mapping[Label, Example]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield each group's heading with its labels and their titles, in their order."""
    for group, heading in GROUPS.items():
        titles: dict[str, str] = {label: example.title for label, example in examples.items() if example.group == group}
        if titles:
            yield heading, titles


def _strays(folder: Path) -> Iterator[str]:
    for file in sorted(folder.glob("*.yaml")):
        if file.stem not in get_args(Label):
            yield f"{file}: there is no misconception '{file.stem}'{did_you_mean(file.stem, get_args(Label))}"
