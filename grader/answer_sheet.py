"""The file of answers that a student begins with: every question and its options as comments, above an empty line.

Nothing that a student wrote is ever changed: what is missing is added at the end.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from grader.exercise import Exercise, Option, Question
from grader.yamlfile import YamlError, parse

WIDTH = 88
HEAD = """\
# yaml-language-server: $schema=.jwt-grader/answers.schema.json
#
# Your answers: one letter for each question.
#
# Write the letter after the colon and a space, such as `example: B`, and save the file.
# Leave a line empty for as long as you like: it waits for you, and nothing breaks.
# Lines that begin with # are only there to be read.
"""


@dataclass(frozen=True)
class Extended:
    """A file of answers with all questions in it, and the exercises whose lines were added."""

    content: bytes
    added: tuple[str, ...]


def fresh(exercises: Iterable[Exercise]) -> str:
    """Give a whole file, with no answer in it."""
    return HEAD + "".join(f"\n{_entry(exercise, question)}" for exercise, question in _all(exercises))


def extended(content: bytes, exercises: Iterable[Exercise]) -> Extended | None:
    """Add what is missing; None for a file that would not be understood with lines added at its end."""
    text = content.decode("utf-8-sig")
    try:
        given = parse(text).data or {}
        missing = {exercise.slug: (exercise, question) for exercise, question in _all(exercises)}
        missing = {slug: pair for slug, pair in missing.items() if slug not in given}
        if not missing:
            return Extended(content, ())
        more = "" if not text or text.endswith("\n") else "\n"
        more += "".join(f"\n{_entry(exercise, question)}" for exercise, question in missing.values())
        understood = parse(text + more).data
    except YamlError:
        return None
    if understood != {**given, **dict.fromkeys(missing)}:
        return None
    return Extended(content + (more.replace("\n", "\r\n") if "\r\n" in text else more).encode(), tuple(missing))


def schema(exercises: Iterable[Exercise]) -> dict[str, Any]:
    """Give the JSON Schema of the file, in the draft (07) that editors' YAML servers understand."""
    properties = {
        exercise.slug: {
            "title": exercise.title,
            "description": question.ask,
            "enum": [*question.options, *(letter.lower() for letter in question.options), None],
        }
        for exercise, question in _all(exercises)
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Answers",
        "type": ["object", "null"],
        "additionalProperties": False,
        "properties": properties,
    }


def _all(exercises: Iterable[Exercise]) -> Iterator[tuple[Exercise, Question]]:
    return ((exercise, exercise.question) for exercise in exercises if exercise.question)


def _entry(exercise: Exercise, question: Question) -> str:
    lines = [exercise.title, "", *_wrapped(question.ask), ""]
    if question.code:
        lines += [*(f"    {line}" for line in question.code.rstrip().splitlines()), ""]
    for letter, option in question.options.items():
        first, *rest = _option(option)
        lines += [f"  {letter}  {first}", *(f"     {line}" for line in rest)]
    return "".join(f"# {line}".rstrip() + "\n" for line in lines) + f"{exercise.slug}:\n"


def _option(option: Option) -> Iterator[str]:
    if option.text:
        yield from _wrapped(option.text)
    if option.code:
        yield from option.code.rstrip().splitlines()


def _wrapped(text: str) -> Iterator[str]:
    """Wrap paragraphs, and leave the indented lines of examples as they are."""
    for line in text.splitlines():
        yield from [line] if line.startswith("    ") else textwrap.wrap(line, WIDTH) or [""]
