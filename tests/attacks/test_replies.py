"""Replies that no child of ours would give: the judge, the diagnosis and the reports take whatever they say."""

from __future__ import annotations

import base64
import json
import math
import random
import time
from collections.abc import Mapping
from typing import Any

import pytest
from jwt.api_jws import PyJWS
from pydantic import ValidationError

from grader import catalog
from grader.evidence import Evidence, Observation, Reply
from grader.exercise import Exercise
from grader.grading import versions
from grader.judge.case import Case
from grader.judge.diagnosis import diagnose
from grader.judge.judging import judge
from grader.plan import Step, plan
from grader.report import ExerciseReport, Report
from grader.reporters import REPORTERS

EXERCISES = {exercise.slug: exercise for exercise in catalog.load(catalog.builtin_folder()).exercises}
SECRET = "replace-me-in-production-0123456789abcdef"  # noqa: S105 - the exercises' own, for all to see
ENDS = ("returned",) * 12 + ("raised", "exited", "missing", "not_reached", "out_of_memory")
NUMBERS = (0, 1, -1, 1.5, 10**18, 2**63, 10**400, -(10**400), 10**4_299, 1e308, 5e-324, math.nan, math.inf, -math.inf)
TYPES = ("str", "int", "dict", "list", "NoneType", "bytes", "datetime.datetime", "jwt.Token", "\x1b[31m", "x" * 999)
ERRORS = ("SyntaxError", "TypeError", "NameError", "ImportError", "AttributeError", "RecursionError", "PermissionError")
MESSAGES = (
    "name 'jwt' is not defined",
    "No module named 'jose'",
    "'str' object has no attribute 'decode'",
    "Expecting a dict object, as JWT only supports dict objects as payloads.",
    "codec can't decode byte 0xff",
    "source code cannot contain null bytes",
)
TEXTS = (
    *("", "x", "alice", "bearer", "HS256", "None", "{", "[" * 200, "b'a.b.c'", "{'user_id': 1}", "{where}", "%s", "\\"),
    *("eyJ" * 300, "a" * 60_000, "'" * 500, "9" * 900, "1e999", "2031-01-01 10:00:00", "datetime.datetime(1, 2, 3"),
    *("\x00\x1b[2J", "\u202e]]>", "::error::owned", "\U0001f600" * 90, "a.b.", "..", "e30.e30.", "e30.W10.x"),
)
MOST_SECONDS = 2.0


class Forger:
    """Draws replies: most nearly right, with one thing in them that is not."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def observation(self, step: Step) -> Observation:
        """Draw what is observed of a step."""
        draw = self.chance
        output = draw.choice((self.token(step) + "\n", "", draw.choice(TEXTS)[:16_384]))
        if draw.random() < 0.03:
            return Observation(step, draw.choice(("timed_out", "crashed", "output_limit", "refused", "exited")), output)
        try:
            reply = Reply.model_validate_json(json.dumps(self.reply(step)))
        except ValidationError:
            return Observation(step, "refused", output)
        literals = (draw.choice((self.token(step), "x"))[:999],) * 20 if draw.random() < 0.3 else ()
        return Observation(step, reply.end, output, reply, literals)

    def reply(self, step: Step) -> Mapping[str, Any]:
        """Draw a reply as it would stand in a frame."""
        draw = self.chance
        reply: dict[str, Any] = {"end": draw.choice(ENDS), "value": self.value(step, 0)}
        if draw.random() < 0.3:
            reply |= {"error": self.error(), "exit_code": draw.choice((0, 1, -9, 10**400))}
        if draw.random() < 0.7:
            note = {"algorithm_named": draw.random() < 0.3, "line": draw.choice((None, 0, -5, 10**6, 2**62))}
            reply["encodings"] = [note] * draw.choice((1, 50))
        if draw.random() < 0.3:
            reply |= {"names": [draw.choice(TEXTS)[:999]] * 50, "warnings": [self.error()] * draw.choice((1, 50))}
        if draw.random() < 0.3:
            reply |= {"arguments": [self.value(step, 0)]}
        return reply

    def value(self, step: Step, depth: int) -> Mapping[str, Any]:
        """Draw a value: a token where one is due, an answer to a login, or nonsense."""
        draw = self.chance
        if draw.random() < 0.6:
            return {"type": "str", "data": self.token(step)}
        data = draw.choice((draw.choice(TEXTS), draw.choice(NUMBERS), None))
        value: dict[str, Any] = {"type": draw.choice(TYPES), "data": data}
        if draw.random() < 0.2:
            value["size"] = draw.choice((0, 5, 999, 10**9, 2**62))
        if depth < 3 and draw.random() < 0.4:
            keys = ("access_token", "token_type", "token", draw.choice(TEXTS))
            pairs = [[{"type": "str", "data": key}, self.value(step, depth + 1)] for key in draw.sample(keys, 3)]
            value |= {"type": draw.choice(("dict", "list")), "data": None, "pairs": pairs}
        return value

    def error(self) -> Mapping[str, Any]:
        """Draw an exception."""
        draw = self.chance
        line = draw.choice((None, 0, 1, 2, -1, -1_000_000, 10**9, 2**62))
        return {"type": draw.choice(ERRORS), "message": draw.choice((*TEXTS, *MESSAGES))[:999], "line": line}

    def token(self, step: Step) -> str:
        """Draw a token, signed as it should be or not."""
        draw = self.chance
        claims: dict[str, Any] = {"exp": step.at + 1800, "user_id": step.bindings["$user_id"], "sub": "alice"}
        for name in draw.sample(("exp", "user_id", "sub", "expiry", "\x1b[31m"), draw.randint(0, 2)):
            claims[name] = draw.choice((*NUMBERS, *NUMBERS, *TEXTS[:8], None, True, {}, ["alice"], step.at))
        payload = json.dumps(claims).encode()
        if draw.random() < 0.1:
            depth = draw.choice((30, 60, 900, 960, 980, 1_500, 5_000))
            payload = payload[:-1] + b', "deep": ' + b"[" * depth + b"]" * depth + b"}"
        if draw.random() < 0.8:
            secret = SECRET if step.do != "call" else step.bindings["$secret"]
            return PyJWS().encode(payload, secret, algorithm="HS256")
        header = json.dumps({"alg": draw.choice(("HS256", "none", 5, ["HS256"], {"a": "b"})), "crit": ["x"]}).encode()
        parts = [base64.urlsafe_b64encode(part).decode().rstrip("=") for part in (header, payload)]
        return ".".join([*parts, draw.choice(("", "c2lnbmF0dXJl"))])


@pytest.mark.parametrize("slug", EXERCISES)
@pytest.mark.parametrize("part", range(4))
def test_no_reply_makes_the_judge_fail(slug: str, part: int) -> None:
    """Whatever a process says of its steps, there is a verdict, an explanation or none, and a report of every kind."""
    forger = Forger(part)
    for _ in range(20):
        report = _judged(EXERCISES[slug], forger)
        assert 0 <= report.points <= report.max_points
        for render in REPORTERS.values():
            assert isinstance(render(Report((report,), versions(), "", "kernel", part)), str)


def _judged(exercise: Exercise, forger: Forger) -> ExerciseReport:
    task = exercise.task
    assert task
    steps = plan(task.steps, as_script=task.runs == "script", chance=forger.chance)
    evidence = Evidence(exercise.file, b"import jwt\n\nx = 1\n", tuple(map(forger.observation, steps)))
    began = time.thread_time()
    results = judge(task.checks, evidence)
    passed = all(result.status == "passed" for result in results)
    diagnoses = () if passed else diagnose(Case(task.checks, results, evidence), task.misconceptions)
    assert time.thread_time() - began < MOST_SECONDS
    return ExerciseReport(exercise.slug, exercise.title, exercise.file, results, diagnoses, "hint", "explanation")
