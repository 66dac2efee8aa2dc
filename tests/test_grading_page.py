"""What the course's page prints, handed in as it stands, gets what it deserves."""

from __future__ import annotations

import textwrap

import pytest
from support import exercises, failed, labels, part, reference

from grader import grading
from grader.report import ExerciseReport

TICKET = """\
token = create_jwt_token(user_id) return {'access_token': token}
"""

MANUAL = """\
if username == stored_user and password == stored_pass: allow_access()
"""

REPAIRED = """\
from jwt import encode


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        token = encode({"sub": username}, secret)
        return {'access_token': token}
"""

PRINTS_IT = """\
from jwt import encode
payload = {"user_id": 123}
secret = "mysecret"
algorithm = "HS256"
token = encode(payload, secret, algorithm=algorithm)
print(token)
"""

NAMES_NO_ALGORITHM = """\
from jwt import encode
payload = {"user_id": 42}
secret = "secretkey"
token = encode(payload, secret)
print(token)
"""

CALL = """
SECRET = "replace-me-in-production-0123456789abcdef"
token = encode({"user_id": 7}, SECRET, algorithm="HS256")
"""

EXPIRES = """\
import calendar
import time
from datetime import datetime, timedelta, timezone

from jwt import encode


def create_token(user_id, secret):
    payload = {"user_id": user_id, "exp": %s}
    return encode(payload, secret)
"""


def handed_in(slug: str, program: str) -> ExerciseReport:
    """Grade the reference submission with this program in it, and give the part about it."""
    return part(grading.grade(exercises(), reference(**{slug: program}), seed=1), slug)


def told(exercise: ExerciseReport) -> list[str]:
    """Give the messages of the checks that failed."""
    return [check.message for check in failed(exercise)]


def test_snippet_of_two_statements_in_a_line_is_a_syntax_error() -> None:
    """The page prints `token = …` and `return …` as one line, which Python cannot read."""
    exercise = handed_in("purpose", TICKET)
    assert told(exercise) == ["purpose.py:1: Python cannot read this line (invalid syntax)."]
    assert labels(exercise) == ["syntax_error"]


def test_snippet_of_the_manual_way_is_not_a_program() -> None:
    """The page's comparison by hand uses names that nothing has made."""
    exercise = handed_in("purpose", MANUAL)
    assert told(exercise) == ["purpose.py:1: NameError: name 'username' is not defined"]
    assert labels(exercise) == []


def test_repaired_snippet_lacks_the_token_type() -> None:
    """The page's answer to a login has no `token_type`, which clients look for."""
    exercise = handed_in("purpose", REPAIRED)
    assert [check.id for check in failed(exercise)] == ["token_type"]
    assert labels(exercise) == ["response_shape"]


def test_right_import_of_the_page_is_right() -> None:
    """`from jwt import encode` is the line that works."""
    assert handed_in("import_encode", f"from jwt import encode\n{CALL}").status == "passed"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("from fastapi import jwt_encode", "misspelt_import"),
        ("from fastapi import create_jwt", "misspelt_import"),
        ("from jwt import create_jwt", "misspelt_import"),
        ("from pyjwt import encode", "misspelt_import"),
        ("import PyJWT", "misspelt_import"),
        ("import encode from jwt", "syntax_error"),
    ],
)
def test_wrong_import_of_the_page_is_wrong(line: str, label: str) -> None:
    """No other line that the page proposes or warns of imports anything, and each is explained."""
    exercise = handed_in("import_encode", f"{line}\n{CALL}")
    assert exercise.points == 1
    assert labels(exercise) == [label]
    assert failed(exercise)[0].line == 1


def test_snippet_that_prints_a_token_is_right() -> None:
    """The page's third snippet prints a token of the payload that is asked for; its short secret costs nothing."""
    assert handed_in("token_output", PRINTS_IT).status == "passed"


def test_snippet_whose_last_line_is_glued_is_a_syntax_error() -> None:
    """Copied from the page without its line end, `print(token)` is no statement of its own."""
    exercise = handed_in("token_output", PRINTS_IT.replace("\nprint", "print"))
    assert told(exercise) == ["token_output.py:5: Python cannot read this line (invalid syntax)."]
    assert labels(exercise) == ["syntax_error"]


def test_snippet_without_an_algorithm_is_not_yet_the_task() -> None:
    """The page's fourth snippet runs, but the task asks for two functions, which are missed by name."""
    exercise = handed_in("default_algorithm", NAMES_NO_ALGORITHM)
    assert [message.partition(" at ")[0] for message in told(exercise)] == [
        "There is no function `make_token`",
        "There is no function `algorithm_of`",
    ]


def test_call_without_an_algorithm_is_right() -> None:
    """What the page's fourth snippet does, in the function that is asked for, gets the points for it."""
    body = textwrap.indent(NAMES_NO_ALGORITHM.partition("\n")[2], "    ")
    body = (
        body.replace("42", "user_id").replace('    secret = "secretkey"\n', "").replace("print(token)", "return token")
    )
    exercise = handed_in("default_algorithm", f"from jwt import encode\n\ndef make_token(user_id, secret):\n{body}")
    statuses = {check.id: check.status for check in exercise.checks}
    assert {statuses[name] for name in ("verifies", "carries_user", "omits_algorithm")} == {"passed"}


@pytest.mark.parametrize(
    "expiry",
    [
        "datetime.utcnow() + timedelta(minutes=30)",
        "time.time() + 1800",
        "int(time.time()) + 1800",
        "datetime.now(timezone.utc) + timedelta(minutes=30)",
        "datetime.now().astimezone() + timedelta(minutes=30)",
        "(datetime.now() + timedelta(minutes=30)).timestamp()",
        "calendar.timegm(datetime.now(timezone.utc).utctimetuple()) + 1800",
    ],
)
def test_right_expiry_is_right(expiry: str) -> None:
    """Whatever gives the moment 30 minutes ahead in every zone is right, `time.time()` too, which the page doubts."""
    assert handed_in("utc_expiry", EXPIRES % expiry).status == "passed"


@pytest.mark.parametrize(
    ("expiry", "label", "message"),
    [
        (
            "str(datetime.utcnow() + timedelta(minutes=30))",
            "string_exp",
            "Expected the claim `exp` to be a number of seconds since 1970, but it is a text.",
        ),
        (
            "datetime.now() + timedelta(minutes=30)",
            "local_time",
            "On a server at UTC+05:37: expected `exp` 30 min after the call, but it is 6 h 7 min after it.",
        ),
        (
            "datetime.utcnow().timestamp() + 1800",
            "double_shift",
            "On a server at UTC+05:37: expected `exp` 30 min after the call, but it is 5 h 7 min before it.",
        ),
    ],
)
def test_wrong_expiry_is_explained(expiry: str, label: str, message: str) -> None:
    """What is wrong away from UTC, or a text, is told as what was observed, and explained."""
    exercise = handed_in("utc_expiry", EXPIRES % expiry)
    assert told(exercise) == [message]
    assert labels(exercise) == [label]
    assert exercise.points == 4
