"""The answers that a student begins with: every question is there to be read, and what was written is never changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from support import MINIMAL, exercises

from grader import answer_sheet, catalog
from grader.exercise import Exercise
from grader.yamlfile import parse

SMALL = """\
# A small exercise
#
# Which letter?
#
#   A  This one
#   B  That one
small:
"""


def small(**changes: str) -> Exercise:
    """Give the small exercise, with some of its words changed."""
    text = MINIMAL
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return catalog.read(text.encode(), Path("small.yaml"))


def asked() -> list[Exercise]:
    """Give all exercises with a question."""
    return [exercise for exercise in exercises().exercises if exercise.question]


def plain(exercises: Iterable[Exercise]) -> dict[str, None]:
    """Give the answers of who has not answered yet."""
    return dict.fromkeys(exercise.slug for exercise in exercises)


def test_a_fresh_file_explains_itself() -> None:
    """It begins with how it is written, and names its schema to editors."""
    assert answer_sheet.fresh([small()]) == (
        """\
# yaml-language-server: $schema=.jwt-grader/answers.schema.json
#
# Your answers: one letter for each question.
#
# Write the letter after the colon and a space, such as `example: B`, and save the file.
# Leave a line empty for as long as you like: it waits for you, and nothing breaks.
# Lines that begin with # are only there to be read.

"""
        + SMALL
    )


def test_every_question_is_there_unanswered() -> None:
    """Each has an empty line of its own, in order, with its words, code and options above it."""
    text = answer_sheet.fresh(exercises().exercises)
    assert list(parse(text).data.items()) == list(plain(asked()).items())
    words = " ".join(text.replace("\n#", "\n").split())
    for exercise in asked():
        assert exercise.question
        parts = [exercise.question.ask, exercise.question.code]
        parts += [part for option in exercise.question.options.values() for part in (option.text, option.code)]
        assert [part for part in parts if part and " ".join(part.split()) not in words] == []


def test_lines_are_short_enough_to_read() -> None:
    """Prose is wrapped; code is left as it is."""
    text = answer_sheet.fresh([small(**{"Which letter?": "Which " * 60})])
    assert 80 < max(map(len, text.splitlines())) <= 90


def test_no_word_of_a_question_ends_its_comment() -> None:
    """What YAML takes for the end of a line, in code too, begins a comment line again."""
    exercise = small(
        **{"text: This one": 'code: "a\\nb\\u2028c\\x85d"', "Which letter?": '"Which\\n\\n    x: 1\\n\\nletter?"'}
    )
    text = answer_sheet.fresh([exercise])
    assert parse(text).data == {"small": None}
    assert "#   A  a\n#      b\n#      c\n#      d\n#   B  That one\n" in text
    assert "# Which\n#\n#     x: 1\n#\n# letter?\n" in text


@pytest.mark.parametrize(
    "given",
    [
        "",
        "purpose: D\n",
        "purpose: D",
        "purpose: D\r\n# mine: C\r\n",
        "\ufeffpurpose: D  # sure\n\n\n",
        "# purpose: A\npurpose:\n",
        "---\npurpose: D\nextra: X\n",
    ],
    ids=repr,
)
def test_missing_questions_are_added_at_the_end(given: str) -> None:
    """All that was written stays as it was, byte for byte, and the new lines end as the old ones do."""
    found = answer_sheet.extended(given.encode(), exercises().exercises)
    assert found
    assert found.content.startswith(given.encode())
    text = found.content.decode("utf-8-sig")
    before = parse(given.removeprefix("\ufeff")).data or {}
    assert found.added == tuple(slug for slug in plain(asked()) if slug not in before)
    assert parse(text).data == {**plain(asked()), **before}
    assert text.count("\r\n") in (0, text.count("\n"))
    assert answer_sheet.extended(found.content, exercises().exercises) == answer_sheet.Extended(found.content, ())


def test_an_added_question_is_set_apart() -> None:
    """There is an empty line before it, also where the last line had no end."""
    found = answer_sheet.extended(b"purpose: D", [small()])
    assert found
    assert found.content.decode() == f"purpose: D\n\n{SMALL}"


@pytest.mark.parametrize("given", ["{purpose: D}\n", "  purpose: D\n", "purpose: D\n...\n"])
def test_a_file_that_has_no_end_to_add_to_is_left(given: str) -> None:
    """Where lines at the end would be misread, nothing is added."""
    assert answer_sheet.extended(given.encode(), exercises().exercises) is None


@pytest.mark.parametrize("answer", ["D", "d", None])
def test_the_schema_takes_what_is_an_answer(answer: str | None) -> None:
    """A letter, small or large, and none yet are fine."""
    jsonschema.validate({"purpose": answer}, answer_sheet.schema(exercises().exercises))


@pytest.mark.parametrize("given", [{"purpose": "E"}, {"purpose": 1}, {"purpos": "D"}, ["D"]], ids=repr)
def test_the_schema_shows_what_is_no_answer(given: object) -> None:
    """A letter that is none of the options, and an exercise that there is not, are marked in an editor."""
    schema = answer_sheet.schema(exercises().exercises)
    jsonschema.Draft7Validator.check_schema(schema)
    assert not jsonschema.Draft7Validator(schema).is_valid(given)


def test_the_schema_takes_a_fresh_file() -> None:
    """A file that was just made has no mark in it."""
    schema = answer_sheet.schema(exercises().exercises)
    jsonschema.validate(parse(answer_sheet.fresh(exercises().exercises)).data, schema)
    jsonschema.validate(None, schema)
