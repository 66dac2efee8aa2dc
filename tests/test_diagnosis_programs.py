"""Programs with more than one mistake, and odd ones with none, really run and graded as a student's would be."""

from __future__ import annotations

import pytest
from evidence_builder import step, token
from support import all_exercises, labels

from grader.grading import grade_exercise
from grader.report import ExerciseReport
from grader.submission import Submission

PROGRAM = """
import time
from datetime import datetime, timedelta, timezone
import jwt

{before}
def create_token(user_id, secret{default}):
    payload = {{{payload}}}
    return jwt.encode(payload, {secret}, algorithm="HS256")
"""
HALF_AN_HOUR = "timedelta(minutes=30)"
PROGRAMS: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "secret_and_local_time": (
        {
            "secret": '"not-what-was-given-0123456789abcdef"',
            "payload": f'"user_id": user_id, "exp": datetime.now() + {HALF_AN_HOUR}',
        },
        {"hard_coded_secret": "verifies", "local_time": "expires"},
    ),
    "text_and_no_exp": (
        {"payload": '"user_id": str(user_id)'},
        {"string_user_id": "carries_user", "no_exp": "expires"},
    ),
    "default_argument_and_local_time": (
        {"default": f", exp=datetime.now() + {HALF_AN_HOUR}", "payload": '"user_id": user_id, "exp": exp'},
        {"import_time_exp": "expires", "local_time": "expires"},
    ),
    "constant_and_double_shift": (
        {
            "before": f"EXP = (datetime.utcnow() + {HALF_AN_HOUR}).timestamp()",
            "payload": '"user_id": user_id, "exp": EXP',
        },
        {"import_time_exp": "expires", "double_shift": "expires"},
    ),
    "unsigned_and_days": (
        {"secret": 'None, algorithm="none")  #', "payload": '"user_id": user_id, "exp": time.time() + 2_592_000'},
        {"alg_none": "verifies", "days_for_minutes": "expires"},
    ),
    "three_claims": (
        {"payload": '"User_ID": user_id, "exp": 30, "iat": str(datetime.now())'},
        {"wrong_claim_name": "carries_user", "relative_exp": "expires"},
    ),
}


def graded(slug: str, program: str, seed: int = 7) -> ExerciseReport:
    """Grade a file as it would be graded for a student."""
    exercise = next(each for each in all_exercises().exercises if each.slug == slug)
    return grade_exercise(exercise, Submission({exercise.file: program.encode()}, {}), seed=seed)


def token_program(**parts: str) -> str:
    """Give a file that makes a token, with these parts in it."""
    return PROGRAM.format(**{"before": "", "default": "", "secret": "secret", "payload": ""} | parts)


@pytest.mark.parametrize(("parts", "both"), PROGRAMS.values(), ids=PROGRAMS)
def test_programs_with_two_mistakes(parts: dict[str, str], both: dict[str, str]) -> None:
    """Both mistakes of a program that is really run are told, the more basic first, each of the check it explains."""
    found = graded("utc_expiry", token_program(**parts)).diagnoses
    assert [(each.label, each.check) for each in found] == list(both.items())


def test_an_error_explains_the_check_that_it_ends() -> None:
    """What one function stumbles over explains the check of that function, and not the failed one before it."""
    program = "import jwt\ndef make_token(user_id, secret):\n    return jwt.encode({'user_id': str(user_id)}, secret)\n"
    program += "def algorithm_of(token):\n    return get_unverified_header(token)['alg']\n"
    found = graded("default_algorithm", program).diagnoses
    assert [(each.label, each.check) for each in found] == [
        ("shadowed_import", "reads_hs256"),
        ("string_user_id", "carries_user"),
    ]


def test_a_lifetime_explains_no_check_of_a_key() -> None:
    """What shows in how lifetimes compare is told at a check of a lifetime, though another failed before it."""
    program = (
        "from datetime import datetime, timedelta, timezone\nimport jwt\n"
        "SECRET_KEY = 'mysecret'\nALGORITHM = 'HS256'\n"
        "def create_access_token(data, expires_delta=None):\n"
        "    data['exp'] = datetime.now(timezone.utc) + (expires_delta or timedelta(minutes=15))\n"
        "    return jwt.encode(data, SECRET_KEY, algorithm=ALGORITHM)\n"
    )
    assert {each.label: each.check for each in graded("access_token", program).diagnoses} == {
        "weak_secret": "long_key",
        "falsy_lifetime": "expires_zero",
        "mutates_input": "leaves_data",
    }


def test_why_decode_refused_a_good_token_is_told() -> None:
    """Who catches the error and returns None learns from the check what the error said."""
    program = (
        "import jwt\n"
        "def read_token(token, secret):\n"
        "    try:\n"
        "        return jwt.decode(token, secret, algorithms=['HS256'])['sub']\n"
        "    except jwt.PyJWTError:\n"
        "        return None\n"
    )
    (reads,) = (check for check in graded("registered_claims", program).checks if check.id == "reads_good")
    assert reads.message.startswith(
        "Expected read_token(...) to be the text '<stranger>', but it is None, because decode refused the token "
        "(in line 4: jwt.exceptions.InvalidAudienceError: "
    )


def test_a_header_can_be_read_without_decode() -> None:
    """Who decodes a token to learn its algorithm is not sent to a list of algorithms, with which it would not work."""
    program = "import jwt\ndef make_token(user_id, secret):\n    return jwt.encode({'user_id': user_id}, secret)\n"
    program += "def algorithm_of(token):\n    return jwt.decode(token, '')['alg']\n"
    (found,) = graded("default_algorithm", program).diagnoses
    assert (found.label, found.remedy) == (
        "no_algorithms",
        "decode checks a token, which takes its key. To read the header, `get_unverified_header(token)` is enough.",
    )


def test_the_secret_that_an_exercise_gives_is_to_be_left_alone() -> None:
    """Where the secret is a text of the starter, who has changed it is told so, and of no secret that was given."""
    task = next(each.task for each in all_exercises().exercises if each.slug == "token_output")
    assert task
    changed = task.starter.replace("replace-me-in-production", "of-my-own-and-in-no-course")
    (found,) = graded("token_output", f"{changed}\nprint(encode(payload, secret))\n").diagnoses
    assert (found.label, found.happened, found.remedy) == (
        "hard_coded_secret",
        "The token is signed with a text that stands in your file instead of the secret that the exercise gives.",
        "Give encode the variable that holds it, without quotes, and leave its text as it was.",
    )


def test_another_algorithm_than_the_task_asks_for() -> None:
    """A token that is signed well, but by another algorithm, is told by both names."""
    program = token_program(payload=f'"user_id": user_id, "exp": datetime.now(timezone.utc) + {HALF_AN_HOUR}')
    (found,) = graded("utc_expiry", program.replace("HS256", "HS512")).diagnoses
    assert (found.label, found.check, found.happened, found.remedy) == (
        "ignored_algorithm",
        "verifies",
        "Your task asks for HS256, but the token is signed with HS512.",
        'Name that one when you call encode: `algorithm="HS256"`.',
    )


def test_what_other_steps_show_explains_no_check_before_them() -> None:
    """A mistake that is seen by comparing steps is told of the check that is about them."""
    program = """
import os, time
import jwt
PRIVATE_KEY = os.environ["PRIVATE_KEY"]
def create_token(username):
    return jwt.encode({"sub": "x", "exp": int(time.time()) + 900}, PRIVATE_KEY, algorithm="ES256")
def read_token(token):
    try:
        return jwt.decode(token, PRIVATE_KEY, algorithms=["ES256"]).get("sub")
    except jwt.PyJWTError:
        return None
"""
    (found,) = graded("asymmetric_keys", program).diagnoses
    assert (found.label, found.check) == ("verifies_with_private", "needs_public_key_only")


ODD_BUT_RIGHT: dict[str, dict[str, str]] = {
    "names_like_others": {
        "payload": f'"user_id": user_id, "exp": datetime.now(timezone.utc) + {HALF_AN_HOUR}, "expires": 1, "sub": "1"'
    },
    "unused_texts": {
        "before": f'KEY, OLD = "mysecret", "{token(step(), {})}"',
        "payload": '"user_id": user_id, "exp": time.time() + 1800',
    },
    "loose_exceptions": {
        "before": "try: import jose\nexcept ImportError: print('without')",
        "payload": '"user_id": user_id, "exp": int(time.time()) + 1800',
    },
}


@pytest.mark.parametrize("parts", ODD_BUT_RIGHT.values(), ids=ODD_BUT_RIGHT)
def test_right_programs_have_no_label(parts: dict[str, str]) -> None:
    """What passes is not explained, however much it looks like a known mistake."""
    report = graded("utc_expiry", token_program(**parts))
    assert [check.status for check in report.checks] == ["not_attempted", *["passed"] * (len(report.checks) - 1)]
    assert report.diagnoses == ()


ONLY_ONE = """
import jwt
def make_token(user_id, secret):
    return jwt.encode({"user_id": user_id}, secret)
def algorithm_of(token):
    if jwt.get_unverified_header(token)["alg"] == "HS256":
        return "HS256"
"""


def test_an_answer_for_one_token_only_is_not_fixed() -> None:
    """Who answers None for some tokens does not give the same answer for all."""
    assert labels(graded("default_algorithm", ONLY_ONE)) == ["returns_none"]


def test_what_is_late_is_not_always_milliseconds() -> None:
    """A moment at the end of the calendar does not count milliseconds."""
    end = '"user_id": user_id, "exp": datetime(9999, 12, 31)'
    assert labels(graded("utc_expiry", token_program(payload=end))) == []


GRADERS_FAULT: dict[str, str] = {
    "not_a_number": token_program(payload='"exp": float("nan")'),
    "more_than_a_float_holds": token_program(payload='"exp": 10**400'),
    "line_before_the_first": 'raise SyntaxError("x", (__file__, -9, 0, ""))',
}


@pytest.mark.parametrize("program", GRADERS_FAULT.values(), ids=GRADERS_FAULT)
def test_no_program_can_make_the_judge_raise(program: str) -> None:
    """A wrong program is never told to be the grader's fault."""
    assert graded("utc_expiry", program).status == "failed"
