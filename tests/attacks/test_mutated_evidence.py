"""Evidence of right programs in which one thing is another: whatever it is, there is a verdict and an explanation."""

from __future__ import annotations

import functools
import json
import math
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jwt.api_jws import PyJWS
from pydantic import ValidationError

from grader import catalog, evidence, tokens
from grader.evidence import Evidence, Observation
from grader.exercise import Exercise
from grader.grading import versions
from grader.judge.case import Case
from grader.judge.diagnosis import diagnose
from grader.judge.judging import judge
from grader.plan import Step, plan
from grader.report import ExerciseReport, Report
from grader.reporters import REPORTERS
from grader.sandbox import supervisor

EXERCISES = {exercise.slug: exercise for exercise in catalog.load(catalog.builtin_folder()).exercises}
REFERENCE = Path(__file__).parents[2] / "solutions" / "reference"
EXAMPLES = 40
"""For each exercise."""

numbers = st.sampled_from(
    [0, -1, 7, 1.5, 2**62, -(2**62), 10**300, 10**400, -(10**400), 1e308, -1e308, 5e-324, math.nan, math.inf, -math.inf]
)
texts = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["", "now", "@login", "$secret", "{x}", "%s", "a.b.c", "9" * 400, "[" * 90, "Bearer", "1e999", "\x1b[2J"]
    ),
)
plain = st.recursive(
    st.one_of(st.none(), st.booleans(), numbers, st.integers(), texts),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)),
    max_leaves=5,
)
deep = st.sampled_from([20, 60, 150, 900, 3_000]).map(
    lambda depth: json.loads("[" * 20 + "]" * 20) if depth > 900 else _nested(depth)
)
types = st.sampled_from(
    ["str", "int", "float", "bool", "NoneType", "dict", "list", "tuple", "bytes", "datetime.datetime", "x.Y"]
)
values = st.recursive(
    st.builds(
        lambda kind, data: {"type": kind, "data": data}, types, st.one_of(st.none(), numbers, texts, st.booleans())
    ),
    lambda inner: st.builds(
        lambda kind, items, pairs: {"type": kind, "items": items, "pairs": pairs},
        types,
        st.one_of(st.none(), st.lists(inner, max_size=3)),
        st.one_of(st.none(), st.lists(st.tuples(inner, inner), max_size=3)),
    ),
    max_leaves=5,
)


def _nested(depth: int) -> list[Any]:
    nested: list[Any] = []
    for _ in range(depth):
        nested = [nested]
    return nested


@functools.cache
def right(slug: str) -> Evidence:
    """Give what is observed of the reference."""
    exercise = EXERCISES[slug]
    assert exercise.task
    chance = random.Random(slug)
    steps = plan(
        exercise.task.steps,
        as_script=exercise.task.runs == "script",
        chance=chance,
        environment=exercise.task.environment,
    )
    return supervisor.run(exercise.file, (REFERENCE / exercise.file).read_bytes(), steps)


@pytest.mark.parametrize("slug", EXERCISES)
@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
@given(data=st.data())
def test_no_change_of_what_was_observed_makes_the_judge_fail(slug: str, data: st.DataObject) -> None:
    """A part of a reply, or of a token that is signed as it should be, is anything at all."""
    exercise, observations = EXERCISES[slug], [*right(slug).observations]
    for _ in range(data.draw(st.integers(1, 4))):
        index = data.draw(st.integers(0, len(observations) - 1))
        observations[index] = changed(observations[index], data)
    report = graded(exercise, Evidence(exercise.file, right(slug).source, tuple(observations)))
    assert 0 <= report.points <= report.max_points
    for render in REPORTERS.values():
        assert isinstance(render(Report((report,), versions(), "", "kernel", 1)), str)


def changed(observation: Observation, data: st.DataObject) -> Observation:
    """Change an observation: its reply, a token in it, or its end."""
    how = data.draw(st.sampled_from(["reply", "reply", "token", "token", "end"]))
    if how == "end" or observation.reply is None:
        ends = ["timed_out", "crashed", "output_limit", "refused", "exited", "not_given", "no_time_left", "not_reached"]
        return Observation(observation.step, data.draw(st.sampled_from(ends)), data.draw(texts))
    reply = observation.reply.model_dump(mode="json")
    places = [*_places(reply)]
    if how == "token":
        signed = [place for place in places if place[0] == "value" and tokens.read(_at(reply, place))]
        if signed:
            place = data.draw(st.sampled_from(signed))
            _put(reply, place, _resigned(_at(reply, place), observation.step, data))
    else:
        place = data.draw(st.sampled_from(places))
        _put(reply, place, data.draw(st.one_of(values, plain)))
    try:
        told = evidence.reply(json.dumps(reply).encode())
    except (ValidationError, ValueError):
        return Observation(observation.step, "refused", observation.output)
    return Observation(observation.step, told.end, observation.output, told, observation.literals)


def graded(exercise: Exercise, observed: Evidence) -> ExerciseReport:
    """Judge and explain, as the pipeline does."""
    task = exercise.task
    assert task
    results = judge(task.checks, observed)
    passed = all(result.status == "passed" for result in results)
    diagnoses = () if passed else diagnose(Case(task.checks, results, observed), task.misconceptions)
    return ExerciseReport(exercise.slug, exercise.title, exercise.file, results, diagnoses, "hint", "explanation")


def _resigned(text: str, step: Step, data: st.DataObject) -> str:
    """Put anything in the place of some claims, and sign it with what it was signed with, if that is known."""
    token = tokens.read(text)
    assert token
    claims: Any = {**token.payload}
    names = st.one_of(st.sampled_from([*claims, "exp"]), st.sampled_from(["iat", "nbf", "sub", "aud", "jti", "new"]))
    for _ in range(data.draw(st.integers(1, 3))):
        claims[data.draw(names)] = data.draw(st.one_of(numbers, plain, deep))
    header = {"typ": data.draw(st.sampled_from(["JWT", None, 7, "at+jwt"]))}
    secrets = [value for value in (step.bindings.get("@key"), step.bindings["$secret"]) if isinstance(value, str)]
    secret = next((each for each in secrets if tokens.verifies(token, [each], ("HS256",))), secrets[-1])
    return PyJWS().encode(json.dumps(claims).encode("utf-8", "replace"), secret, algorithm="HS256", headers=header)


def _places(data: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, part in entries:
        yield (*place, key)
        yield from _places(part, (*place, key))


def _at(data: Any, place: tuple[Any, ...]) -> Any:
    return functools.reduce(lambda part, key: part[key], place, data)


def _put(data: Any, place: tuple[Any, ...], part: Any) -> None:
    _at(data, place[:-1])[place[-1]] = part
