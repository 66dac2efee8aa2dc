"""Where in the student's file a failure is best looked at: each kind of place, and what points at none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from evidence_builder import check, encoding, evidence, raises, returned, step
from support import exercises

from grader.evidence import Evidence, Observation
from grader.grading import grade_exercise
from grader.judge.judging import judge
from grader.judge.places import place
from grader.submission import ANSWERS, Submission

SOURCE = "import jwt\n\n\ndef answer(secret):\n    made = jwt.encode({}, secret)\n    return made\n"
APPLICATION = """\
app = FastAPI()


@app.get("/me")
def me(): ...


@router.api_route(path='/a.b', methods=["POST"])
async def other(): ...
"""


def of(source: str, observation: Observation) -> tuple[int | None, int | None]:
    """Give the place in a file with this source."""
    return place(observation, Evidence("answer.py", source.encode(), (observation,)))


def test_an_error_is_where_it_left_the_file() -> None:
    """The line of an error goes before all others, and the column is that of its first word."""
    assert of(SOURCE, raises("NameError", "x", 5)(step())) == (5, 5)


def test_a_token_is_where_it_was_made() -> None:
    """Without an error it is the last call of PyJWT's encode in that step."""
    assert of(SOURCE, returned(step(), "x", encodings=(encoding(1), encoding(5)))) == (5, 5)


@pytest.mark.parametrize("line", [-1, 0, 3, 7, 2**62])
def test_a_line_that_is_not_there_or_empty_points_nowhere(line: int) -> None:
    """What the program claims is believed only where there is something to see."""
    assert of(SOURCE, raises("NameError", "x", line)(step())) == (4, 1)
    assert of(SOURCE, returned(step(), "x", encodings=(encoding(line),))) == (4, 1)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (SOURCE, 4),
        ("async def answer(): ...", 1),
        ("class answer: ...", 1),
        ("x = 1\nanswer = print", 2),
        ("answer: object = print", 1),
        ("answers = 1\ndef answered(): ...\nanswer == 1\n", None),
        ("class A:\n    def answer(self): ...\n", None),
        ("", None),
    ],
)
def test_a_function_or_name_is_where_it_is_defined(source: str, line: int | None) -> None:
    """Where nothing else is known it is the definition at the file's top level, if one is there."""
    assert of(source, returned(step(), 7)) == ((line, 1) if line else (None, None))


@pytest.mark.parametrize(("name", "line"), [("GET /me", 4), ("POST /a.b", 8), ("POST /me", None), ("POST /axb", None)])
def test_an_answer_is_where_its_path_operation_is(name: str, line: int | None) -> None:
    """A request leads to the decorator of the function that answers it."""
    asked = replace(step("request"), name=name)
    assert of(APPLICATION, returned(asked, {})) == ((line, 1) if line else (None, None))


def test_a_script_as_a_whole_has_no_place() -> None:
    """What a file printed is not the matter of one line."""
    assert of(SOURCE, returned(step("run"))) == (None, None)


def test_the_place_is_in_the_result() -> None:
    """A failed check has it, whether an error is to blame or not; its line is shown for an error alone."""
    (wrong,) = judge([check(is_="token")], evidence(SOURCE, answer=lambda asked: returned(asked, 7)))
    assert (wrong.line, wrong.column, wrong.excerpt) == (4, 1, "")
    (failed,) = judge([check(is_="token")], evidence(SOURCE, answer=raises("NameError", "x", 5)))
    assert (failed.line, failed.column, failed.excerpt) == (5, 5, "made = jwt.encode({}, secret)")


def test_a_wrong_answer_is_where_its_letter_stands() -> None:
    """The place of an answer to a question is that of the letter in answers.yaml, if it was read from there."""
    purpose = exercises().exercises[0]
    for places, expected in (({purpose.slug: (3, 10)}, (3, 10)), ({}, (None, None))):
        handed_in = Submission({}, {purpose.slug: "Z"}, places=places)
        report = grade_exercise(purpose, handed_in, seed=1)
        answer = report.checks[0]
        assert (answer.line, answer.column) == expected
        assert (report.file_of(answer), report.file_of(report.checks[1])) == (ANSWERS, purpose.file)
