"""The screen of the watch, to the letter, on a wide and on a narrow terminal; what fits on it, and its colours.

After a change that is meant, run this file with the variable RENEW_GOLDEN set, and look at the difference.
"""

from __future__ import annotations

import io
import itertools
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console, Group
from rich.text import Text
from support import MINIMAL, SOLUTIONS, all_exercises

from grader import catalog
from grader.cli import screen
from grader.cli.canvas import begin, drawn, fitted
from grader.exercise import Exercise
from grader.hints import Help
from grader.report import CheckResult, Diagnosis, ExerciseReport, Report
from grader.reporters import terminal
from grader.reporters.page import Code
from grader.reporters.watch import farewell, page
from grader.submission import Submission
from grader.watching.state import State, at
from grader.workspace import Progress

GOLDEN = Path(__file__).with_name("golden")
LINES = 24


def exercise(number: int, slug: str, title: str) -> Exercise:
    """Make an exercise out of the small one."""
    text = MINIMAL.replace("A small exercise", title).replace("small", slug).replace("on: 1", f"on: {number}")
    return catalog.read(text.encode(), Path(f"{slug}.yaml"))


PATH = (
    exercise(1, "first", "Something to begin with"),
    exercise(2, "second_exercise", "A title that is long enough to need two lines where there are few columns"),
    exercise(3, "third", "The end"),
)
SOLVED = Progress(solved={"first": 3.0})
FILE = Submission({"second_exercise.py": b"x = 1"}, {})
ANSWER = CheckResult("answer", "your answer to the question", "question", "passed", 1)
RUNS = CheckResult("runs", "runs", "task", "passed", 1)
GOOD = CheckResult("good", "makes a token", "task", "failed", 1, "Expected `make` to return a token, but it is None.")
NONE = Diagnosis(
    "returns_none", "good", "Your function returns nothing.", "End it with `return`.", "https://example.org/return"
)
WRONG = ExerciseReport("second_exercise", "A title", "second_exercise.py", (ANSWER, RUNS, GOOD), (NONE,))
OURS = replace(GOOD, status="grader_error", message="This could not be graded, and that is not your fault: too bad.")
AT_SECOND = at(State(PATH, SOLVED, frozenset({"second_exercise"}), {"first": "def make(secret):\n    ...\n"}), 1)
VERDICT = replace(AT_SECOND, handed_in=FILE, verdict=WRONG)
RIGHT = replace(WRONG, checks=(ANSWER, RUNS, replace(GOOD, status="passed", message="")), diagnoses=())
MISTAKEN = replace(ANSWER, status="failed", message="B is not it. It never was.")
ANSWERED = replace(WRONG, checks=(MISTAKEN, RUNS, GOOD))
UNANSWERED = replace(RIGHT, checks=(replace(ANSWER, status="not_attempted"), *RIGHT.checks[1:]))
UNTRIED = replace(RIGHT, checks=(ANSWER, *(replace(check, status="not_attempted") for check in RIGHT.checks[1:])))
ALL = Progress(solved={each.slug: each.max_points for each in PATH})

SCREENS = {
    "at the beginning": AT_SECOND,
    "a mistake": VERDICT,
    "a wrong answer that has just come": replace(VERDICT, verdict=ANSWERED, answered=True),
    "nothing but the answer is right": replace(VERDICT, verdict=UNTRIED),
    "nothing but the answer is missing": replace(VERDICT, verdict=UNANSWERED),
    "another verdict is waited for": replace(VERDICT, busy=True),
    "solved": replace(VERDICT, verdict=RIGHT, progress=SOLVED.with_solved({"second_exercise": 3.0})),
    "solved, without a question": replace(
        VERDICT,
        path=(PATH[0], PATH[1].model_copy(update={"question": None}), PATH[2]),
        verdict=replace(RIGHT, checks=RIGHT.checks[1:]),
    ),
    "all solved": replace(VERDICT, verdict=RIGHT, progress=ALL),
    "the file is gone": replace(AT_SECOND, handed_in=Submission({}, {}), note="A sentence about `something`."),
    "our fault": replace(VERDICT, verdict=replace(WRONG, checks=(ANSWER, RUNS, OURS), diagnoses=())),
    "a hint": replace(VERDICT, view="help", help=Help("hint", 1)),
    "all hints are read": replace(VERDICT, view="help", help=Help("all_read")),
    "the path": replace(VERDICT, view="path", chosen=2),
    "a solution": replace(AT_SECOND, index=0, view="solution"),
    "a reset": replace(VERDICT, view="reset"),
}


def rendered(state: State, console: Console) -> tuple[list[str], list[list[str]], list[str]]:
    """Give what stands above, the parts of what can be scrolled, and what stands below."""
    made = page(state)
    head, foot, *parts = (screen.rendered(each, console, console.width) for each in (made.head, made.foot, *made.body))
    return head, parts, foot


def shown(state: State, columns: int) -> str:
    """Give the screen of a state, without colours."""
    console = Console(file=io.StringIO(), width=columns, color_system=None)
    head, parts, foot = rendered(state, console)
    body = list(itertools.chain(*parts))
    lines, _ = fitted(head, body, foot, height=LINES, top=0)
    assert len(lines) == LINES
    assert max(map(len, lines)) <= columns
    return "\n".join(f"|{line}" for line in lines)


@pytest.mark.parametrize("columns", [80, 40])
def test_golden(columns: int) -> None:
    """Each view is what it was when somebody last looked at it."""
    screens = "\n".join(f"{name}\n{shown(state, columns)}\n" for name, state in SCREENS.items())
    file = GOLDEN / f"watch-{columns}.txt"
    if os.environ.get("RENEW_GOLDEN"):
        file.write_bytes(screens.encode())
        pytest.fail(f"{file} was renewed: look at the difference, then run again without RENEW_GOLDEN.")
    assert screens == file.read_bytes().decode()


def test_every_view_is_in_the_golden_file() -> None:
    """No view is left untried but those that show what other commands print."""
    assert {state.view for state in SCREENS.values()} == {"exercise", "help", "path", "solution", "reset"}


def test_everything_is_the_report() -> None:
    """What one key shows of the whole folder is what `grader check` prints."""
    report = Report((WRONG,), {}, "0", "kernel", 1)
    console = Console(file=io.StringIO(), width=80, color_system=None)
    _, parts, _ = rendered(replace(VERDICT, view="all", report=report), console)
    assert ["", *parts[0], ""] == screen.rendered(terminal.layout(report), console, 80)


@pytest.mark.parametrize("state", SCREENS.values(), ids=SCREENS)
def test_colours_are_those_that_every_background_shows(state: State) -> None:
    """No yellow, no white and no black: they vanish on some terminals; nothing is bright, nor has a background."""
    console = Console(file=io.StringIO(), width=80, color_system="standard", force_terminal=True)
    head, parts, foot = rendered(state, console)
    written = "".join([*head, *itertools.chain(*parts), *foot])
    codes = {code for codes in re.findall(r"\x1b\[([\d;]*)m", written) for code in codes.split(";")}
    assert codes <= {"0", "1", "2", "7", "31", "32", "35", "36"}


TEXT = [f"line {number}" for number in range(10)]


@pytest.mark.parametrize(
    ("height", "top", "expected", "begun"),
    [
        (15, 0, ["head", "", *TEXT, "", "", "foot"], 0),
        (14, 0, ["head", "", *TEXT, "", "foot"], 0),
        (10, 0, ["head", "", *TEXT[:6], "  ... 4 more lines (down or space)", "foot"], 0),
        (10, 1, ["head", "  ... 1 line above (up)", *TEXT[1:7], "  ... 3 more lines (down or space)", "foot"], 1),
        (10, 3, ["head", "  ... 3 lines above (up)", *TEXT[3:9], "  ... 1 more line (down or space)", "foot"], 3),
        (10, 99, ["head", "  ... 4 lines above (up)", *TEXT[4:], "", "foot"], 4),
        (5, 0, [*TEXT[:4], "  ... 6 more lines (down or space)"], 0),
        (1, 0, [TEXT[0], "  ... 9 more lines (down or space)"], 0),
    ],
)
def test_what_fits_on_a_screen(height: int, top: int, expected: list[str], begun: int) -> None:
    """Head and foot stay, the rest can be scrolled to its end and no further; a tiny screen has the text alone."""
    assert fitted(["head"], TEXT, ["foot"], height=height, top=top) == (expected, begun)


@pytest.mark.parametrize(
    ("focus", "room", "line"),
    [(None, 5, 0), (0, 5, 0), (1, 10, 0), (1, 6, 0), (1, 5, 1), (1, 2, 2), (2, 9, 0), (2, 5, 2)],
)
def test_what_matters_is_in_sight(focus: int | None, room: int, line: int) -> None:
    """The part to look at is seen whole or from its beginning, with as much before it as there is room for."""
    assert begin([["a"] * 2, ["b"] * 4, ["c"]], focus, room) == line


def test_code_goes_on_below_where_the_screen_ends() -> None:
    """As a terminal itself does it: nothing of it is lost, nor does it push another line out of its place."""
    console = Console(file=io.StringIO(), width=40, color_system="standard", force_terminal=True)
    lines = drawn(
        Group(Code("token = jwt.encode(payload, secret, algorithm='HS256')\npass"), Text("red", "red")), console, 40
    )
    assert lines == [
        "      token = jwt.encode(payload, secret",
        ", algorithm='HS256')",
        "      pass",
        "\x1b[31mred\x1b[0m",
    ]


@pytest.mark.parametrize("real", all_exercises().exercises, ids=lambda real: real.slug)
def test_real_code_needs_no_more_than_a_usual_screen(real: Exercise) -> None:
    """Neither what is asked nor the solution to compare with has a line that goes on below."""
    reference = (SOLUTIONS / "reference" / real.file).read_text(encoding="utf-8")
    state = at(State((real,), Progress(), frozenset(), {real.slug: reference}), 0)
    console = Console(file=io.StringIO(), width=80, color_system=None)
    for view in (state, replace(state, view="solution")):
        _, parts, _ = rendered(view, console)
        assert [line for line in itertools.chain(*parts) if len(line) > 80] == []


def test_the_first_thing_to_fix_is_what_matters() -> None:
    """Of a verdict, it is the first check that failed; of the path, the place that is chosen."""
    assert page(VERDICT).focus == 2
    assert [page(replace(VERDICT, verdict=ANSWERED, answered=just)).focus for just in (False, True)] == [2, 0]
    assert page(replace(VERDICT, view="path", chosen=1)).focus == 1
    assert [page(state).focus for state in (AT_SECOND, SCREENS["solved"], SCREENS["a hint"])] == [None, None, None]


def test_the_farewell_names_the_way_back() -> None:
    """After the end it is told how far the student is, and what to type next time."""
    console = Console(file=io.StringIO(), width=80, color_system=None)
    assert screen.rendered(farewell(VERDICT), console, 80) == [
        "",
        "  ████████░░░░░░░░░░░░░░░░  1 of 3 solved",
        "",
        "  To go on: `grader`",
        "",
    ]
    assert "  You have solved them all. Well done!" in screen.rendered(farewell(SCREENS["all solved"]), console, 80)
