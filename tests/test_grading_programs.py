"""Whatever a program does, it costs its own points only: one clear sentence, with the student's own line number."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import pytest
from support import POINTS, SLUGS, exercises, failed, labels, part, reference

from grader import grading
from grader.evidence import Evidence
from grader.plan import Step
from grader.report import Report
from grader.sandbox import supervisor

SLUG = "utc_expiry"
FUNCTION = "def create_token(user_id, secret):\n"
NOT_FINISHED = "was stopped because it had not finished in time: look for a loop that never ends."
PRINTED = "was stopped because it printed more than 1 MiB: look for a print in a loop that never ends."
ENDED = "ended the whole program"
TAKE_OUT = "take out sys.exit(), exit() or quit()."
EXPECTED = "Expected create_token(...) to be a token, but it is"
MISSING = "There is no function `create_token` at the top level of utc_expiry.py"
NOT_CALLED = "`create_token` could not be called with 2 arguments"
TAKES_NONE = "create_token() takes 0 positional arguments but 2 were given"
NO_JSON = "json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)"
DRAWN = "(<user_id>, '<secret>')"
RAISED = "Your own `raise` ended the call, where an answer was due."
CALL = "create_token(...)"
LOADING = "Running utc_expiry.py"


def impatient(file: str, source: bytes, steps: Iterable[Step]) -> Evidence:
    """Run a program that never ends with less patience than is usual, any other as always."""
    if b"while True:\n        pass" in source or b"while True:\n    pass" in source:
        steps = [dataclasses.replace(step, limit=0.5) for step in steps]
    return supervisor.run(file, source, steps)


def graded(program: str | bytes, slug: str = SLUG) -> Report:
    """Grade the reference submission with this program in it."""
    return grading.grade(exercises(), reference(**{slug: program}), seed=1, run=impatient)


PROGRAMS = [
    (
        "syntax error",
        FUNCTION + "    return (1,\n",
        "utc_expiry.py:2: Python cannot read this line ('(' was never closed).",
    ),
    (
        "no such module",
        "import os\nimport nowhere\n",
        "utc_expiry.py:2: ModuleNotFoundError: No module named 'nowhere'",
    ),
    ("exception while loading", "x = 1\ny = x / 0\n", "utc_expiry.py:2: ZeroDivisionError: division by zero"),
    ("exception in a call", "x = {}\n\n\n" + FUNCTION + "    return x['exp']\n", "utc_expiry.py:5: KeyError: 'exp'"),
    (
        "exception in a library",
        "import json\n" + FUNCTION + "    return json.loads('')\n",
        f"utc_expiry.py:3: {NO_JSON}",
    ),
    ("escapes in a message", "raise ValueError('\\x1b[31m\\u202e')\n", "utc_expiry.py:1: ValueError: �[31m�"),
    ("long message", "raise ValueError('x' * 5000)\n", "utc_expiry.py:1: ValueError: " + "x" * 199 + "…"),
    (
        "drawn values",
        FUNCTION + "    raise KeyError(user_id, secret)\n",
        f"utc_expiry.py:2: KeyError: {DRAWN}. {RAISED}",
    ),
    ("endless loop", FUNCTION + "    while True:\n        pass\n", f"{CALL} {NOT_FINISHED}"),
    ("endless loop while loading", "while True:\n    pass\n", f"{LOADING} {NOT_FINISHED}"),
    ("sys.exit", "import sys\n" + FUNCTION + "    sys.exit(0)\n", f"{CALL} {ENDED} (utc_expiry.py:3): {TAKE_OUT}"),
    ("sys.exit while loading", "import sys\nsys.exit()\n", f"{LOADING} {ENDED} (utc_expiry.py:2): {TAKE_OUT}"),
    ("os._exit", "import os\n" + FUNCTION + "    os._exit(0)\n", f"{CALL} {ENDED}: {TAKE_OUT}"),
    ("flood", FUNCTION + "    while True:\n        print('x' * 1000)\n", f"{CALL} {PRINTED}"),
    ("flood while loading", "while True:\n    print('x' * 1000)\n", f"{LOADING} {PRINTED}"),
    ("50 MB", FUNCTION + "    return 'x' * 50_000_000\n", f"{EXPECTED} a text of 50,000,000 characters."),
    ("many parts", FUNCTION + "    return [0] * 5_000_000\n", f"{EXPECTED} a list of 5,000,000 parts."),
    ("not UTF-8", b"name = '\xff'\n", "utc_expiry.py is not UTF-8 text: save it as UTF-8."),
    ("NUL bytes", b"x = 1\n\0\n", "utc_expiry.py holds NUL bytes, so it is not a text file: save it as UTF-8."),
    ("empty", b"", f"{MISSING}."),
    ("misspelt function", "def create_tokn(u, s): ...\n", f"{MISSING}, but there is `create_tokn`: rename it."),
    ("too few parameters", "def create_token(): ...\n", f"{NOT_CALLED}: {TAKES_NONE}."),
    ("no function", "create_token = 5\n", f"{NOT_CALLED}: 'int' object is not callable."),
    (
        "own type",
        "class T(str): ...\n" + FUNCTION + "    return T()\n",
        f"{EXPECTED} a value of the type utc_expiry.T.",
    ),
    ("crash", "import ctypes\n" + FUNCTION + "    ctypes.string_at(0)\n", f"{CALL} crashed Python itself."),
    (
        "out of memory",
        FUNCTION + "    raise MemoryError\n",
        f"{CALL} used more memory or threads than it may: look for something that grows in a loop.",
    ),
]


@pytest.mark.parametrize(("program", "sentence"), [pytest.param(*case, id=name) for name, *case in PROGRAMS])
def test_program_that_fails_is_told_in_one_sentence(program: str | bytes, sentence: str) -> None:
    """The first check says what happened and in which line, the others wait for it, and nothing else is lost."""
    report = graded(program)
    exercise = part(report, SLUG)
    assert [check.message for check in failed(exercise)] == [sentence]
    assert [check.status for check in exercise.checks] == ["passed", "failed", "skipped", "skipped", "skipped"]
    assert {part(report, slug).status for slug in SLUGS if slug != SLUG} == {"passed"}
    assert (report.points, report.max_points) == (POINTS - 5, POINTS)


@pytest.mark.parametrize(
    ("program", "line", "excerpt"),
    [
        (FUNCTION + "    return (1,\n", 2, "return (1,"),
        ("x = 1\ny = x / 0  # \x1b[31m\n", 2, "y = x / 0  # �[31m"),
        (FUNCTION + "    return 7\n", 1, ""),
    ],
    ids=["syntax error", "exception", "no error"],
)
def test_the_line_to_blame_is_shown(program: str, line: int, excerpt: str) -> None:
    """Where an error has a line in the student's file, its text is in the report, made harmless."""
    (check,) = failed(part(graded(program), SLUG))
    assert (check.line, check.excerpt) == (line, excerpt)


def test_script_that_ends_itself_with_an_error_is_told() -> None:
    """A script that says that it failed has failed, in the line where it said so."""
    report = graded("import sys\nsys.exit(1)\n", "token_output")
    told = f"Running token_output.py {ENDED} (token_output.py:2): {TAKE_OUT}"
    assert [check.message for check in failed(part(report, "token_output"))] == [told]
    assert report.points == POINTS - 5


def test_script_that_ends_itself_well_has_done_its_work() -> None:
    """A script may leave with success once it has printed its token."""
    whole = reference().files["token_output.py"].decode()
    assert part(graded(f"import sys\n{whole}\nsys.exit()\n", "token_output"), "token_output").status == "passed"


def test_what_was_right_before_the_end_counts() -> None:
    """A call that ends the process is blamed alone: the calls before it keep their points."""
    program = (
        "import os, jwt\ndef make_token(u, s): return jwt.encode({'user_id': u}, s)\ndef algorithm_of(t): os._exit(1)\n"
    )
    exercise = part(graded(program, "default_algorithm"), "default_algorithm")
    assert [check.status for check in exercise.checks] == [*["passed"] * 5, "failed", "skipped", "skipped"]
    assert [check.message for check in failed(exercise)] == [f"algorithm_of(...) {ENDED}: {TAKE_OUT}"]


@pytest.mark.parametrize(("start", "end"), [(b"\xef\xbb\xbf", b"\n"), (b"", b"\r\n")], ids=["BOM", "CRLF"])
@pytest.mark.parametrize("slug", SLUGS)
def test_how_an_editor_saves_makes_no_difference(slug: str, start: bytes, end: bytes) -> None:
    """A byte order mark or the line ends of Windows cost nothing."""
    source = reference().files[f"{slug}.py"]
    assert graded(start + source.replace(b"\n", end), slug).points == POINTS


def test_import_error_tells_no_path_of_the_machine() -> None:
    """A message is the same on every machine, and tells nothing about where the grader is installed."""
    (check,) = failed(part(graded("from jwt import create_jwt\n"), SLUG))
    assert check.message == "utc_expiry.py:1: ImportError: cannot import name 'create_jwt' from 'jwt'"


def test_only_what_explains_a_failure_is_named() -> None:
    """A failure of no known kind has no misconception, and one of a known kind has it."""
    assert labels(part(graded("x = 1\ny = x / 0\n"), SLUG)) == []
    assert labels(part(graded(FUNCTION + "    return (1,\n"), SLUG)) == ["syntax_error"]


def test_a_whole_application_where_a_function_is_asked_for() -> None:
    """A function that stands in a FastAPI application with a login form is graded as any other."""
    application = b"""
from fastapi import Depends, FastAPI
from fastapi.security import OAuth2PasswordRequestForm

app = FastAPI()


@app.post("/token")
def login(form: OAuth2PasswordRequestForm = Depends()):
    return {"access_token": create_token(1, form.password), "token_type": "bearer"}
"""
    assert failed(part(graded(reference().files[f"{SLUG}.py"] + application), SLUG)) == []
