"""No program, whatever it does, is taken for a fault of ours: an exercise that is left out of the sum costs nothing."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from support import POINTS, exercises, part, reference

from grader import grading
from grader.evidence import Evidence, Observation, Reply
from grader.plan import Step

SLUG = "utc_expiry"


NESTED = """\
import base64, hashlib, hmac

def login(username, password, secret):
    texts = '{"alg":"HS256"}', '{"a":' + "[" * 3000 + "]" * 3000 + "}"
    parts = [base64.urlsafe_b64encode(text.encode()).rstrip(b"=") for text in texts]
    signature = hmac.new(secret.encode(), b".".join(parts), hashlib.sha256).digest()
    token = b".".join([*parts, base64.urlsafe_b64encode(signature).rstrip(b"=")]).decode()
    return {"access_token": token, "token_type": "bearer"}
"""
EXPIRING = "import jwt\ndef create_token(u, s): return jwt.encode({{'user_id': u, 'exp': {}}}, s)\n"


@pytest.mark.parametrize(
    ("slug", "program"),
    [
        pytest.param(SLUG, EXPIRING.format("float('inf')"), id="exp is infinite"),
        pytest.param(SLUG, EXPIRING.format("-float('inf')"), id="exp is before all time"),
        pytest.param(SLUG, EXPIRING.format("float('nan')"), id="exp is not a number"),
        pytest.param(SLUG, EXPIRING.format("10 ** 400"), id="exp is huge"),
        pytest.param(SLUG, "raise SyntaxError('x', (__file__, -100, 0, ''))\n", id="negative line"),
        pytest.param(SLUG, "raise SyntaxError('x', (__file__, 10**30, 0, ''))\n", id="huge line"),
        pytest.param(SLUG, "raise ValueError('\\ud800')\n", id="message of half a pair"),
        pytest.param(SLUG, "raise type('E' * 5000, (Exception,), {})\n", id="exception of a long name"),
        pytest.param(SLUG, "globals()[5] = globals()['x' * 5000] = 1\n", id="names that are none"),
        pytest.param(SLUG, "import os\nos.closerange(0, 100)\n", id="everything closed"),
        pytest.param(SLUG, "import sys\nsys.stdout = sys.stderr = None\n", id="no output"),
        pytest.param("purpose", NESTED, id="deep payload"),
    ],
)
def test_no_program_takes_its_exercise_out_of_the_sum(slug: str, program: str) -> None:
    """Whatever a program does is the student's doing: it loses points, and is never taken for a fault of ours."""
    report = grading.grade(exercises(), reference(**{slug: program}), seed=1)
    assert part(report, slug).status == "failed"
    assert report.max_points == POINTS


def test_process_that_tells_of_nothing_fails() -> None:
    """A process that claims of every step that it was not reached, which only a forged reply does, fails its checks."""

    def forging(file: str, source: bytes, steps: Iterable[Step]) -> Evidence:
        told = Reply(end="not_reached")
        return Evidence(file, source, tuple(Observation(step, told.end, reply=told) for step in steps))

    report = grading.grade(exercises(), reference(), seed=1, run=forging)
    assert {exercise.status for exercise in report.exercises} == {"failed"}
    assert report.max_points == POINTS
