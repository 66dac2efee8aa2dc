"""What to do with a program: three rounds in three zones, everything in them fresh, and nothing of what is expected."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping

import jwt
import pytest
from support import SLUGS, environment, exercises

from grader.exercise import Task
from grader.plan import EARLIEST, LATEST, UNTIL_CALLS, Step, plan, rounds
from grader.steps import Call
from grader.zones import ZONES, Zone

KEYS = {"$key_16": 16, "$key_31": 31, "$key_32": 32, "$key_33": 33, "$key_48": 48}
NAMES = ("$secret", "$user_id", "$stranger", "$wrong_password", *KEYS)
NAMED: Mapping[str, str] = {name.strip("$").upper(): name for name in KEYS}
NOTHING: Mapping[str, str] = {}


def task(slug: str) -> Task:
    """Give the task of an exercise."""
    found = next(exercise.task for exercise in exercises().exercises if exercise.slug == slug)
    assert found
    return found


def planned(slug: str, seed: int = 1, named: Mapping[str, str] = NOTHING) -> tuple[Step, ...]:
    """Give the plan for an exercise's task, everything in it in its place."""
    chance = random.Random(seed)  # noqa: S311 - a plan that can be repeated
    steps = plan(task(slug).steps, as_script=task(slug).runs == "script", chance=chance, environment=named)
    return tuple(step.ready({}) for step in steps)


def first_of_each_round(slug: str) -> list[Step]:
    """Give the step of each round that loads the file."""
    return [each[0] for each in rounds(planned(slug))]


def texts(data: object) -> Iterator[str]:
    """Yield every text in plain data, keys included."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from texts([*data.keys(), *data.values()])
    elif isinstance(data, list | tuple):
        for value in data:
            yield from texts(value)


@pytest.mark.parametrize("slug", SLUGS)
def test_there_are_three_rounds_of_the_same_steps(slug: str) -> None:
    """Each round loads the file, then does the exercise's steps."""
    steps = [("run", "run"), *((step.id, "call" if isinstance(step, Call) else "read") for step in task(slug).steps)]
    for each in rounds(planned(slug)):
        done = [(step.id, step.instruction()["do"]) for step in each]
        assert (done[0], sorted(done)) == (steps[0], sorted(steps))


def test_calls_come_in_no_known_order() -> None:
    """To count the calls, over rounds and runs, tells nothing of what is asked."""
    orders = {tuple(step.id for step in each) for seed in range(20) for each in rounds(planned("purpose", seed))}
    assert len(orders) > 40  # of the 120 that there are


def test_nothing_is_to_be_learnt_from_lengths() -> None:
    """A name and a password that nobody knows are as long as those that are known."""
    for step in planned("purpose"):
        assert (len(step.bindings["$stranger"]), len(step.bindings["$wrong_password"])) == (5, 10)


@pytest.mark.parametrize("slug", SLUGS)
def test_rounds_are_at_utc_east_and_west_of_it(slug: str) -> None:
    """A whole round is in one zone; beside UTC there are two of opposite sign, far enough to be on other days."""
    zones = [{step.zone for step in each} for each in rounds(planned(slug))]
    assert zones == [{zone} for zone in ZONES]
    assert [zone.offset for zone in ZONES] == [0, 5 * 3600 + 37 * 60, -(7 * 3600 + 37 * 60)]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the system has no tzset()")
@pytest.mark.parametrize("zone", ZONES, ids=lambda zone: zone.name)
def test_zone_is_as_far_from_utc_as_it_says(zone: Zone) -> None:
    """The C library understands a zone's TZ as the distance that the judge reckons with, in summer and in winter."""
    program = "import time; print(*(time.localtime(at).tm_gmtoff for at in (1767225600, 1782864000)))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(TZ=zone.tz),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.split() == [str(zone.offset)] * 2


@pytest.mark.parametrize("name", NAMES)
def test_each_round_has_values_of_its_own(name: str) -> None:
    """What a program was given in one round is of no use to it in the next, and stays the same within a round."""
    steps = planned("purpose", named=NAMED)
    assert len({step.bindings[name] for step in steps}) == 3
    assert all(len({step.bindings[name] for step in each}) == 1 for each in rounds(steps))


def test_values_have_the_form_that_tasks_expect() -> None:
    """A secret is long enough for every algorithm, a user has a number, and a stranger is not the user of the task."""
    for bindings in (step.bindings for seed in range(20) for step in planned("purpose", seed, NAMED)):
        assert set(bindings) == set(NAMES)
        assert len(bindings["$secret"]) == 64
        assert type(bindings["$user_id"]) is int
        assert bindings["$user_id"] >= 100_000
        assert bindings["$stranger"].isalpha()
        assert bindings["$wrong_password"].isalpha()
        assert {name: len(bindings[name]) for name in KEYS} == KEYS
        assert all(bindings[name].isalnum() and bindings[name].isascii() for name in KEYS)


def test_keys_are_drawn_only_where_they_are_named() -> None:
    """Nobody waits for what no step is about."""
    assert not any(KEYS.keys() & step.bindings.keys() for step in planned("purpose"))


def test_each_round_has_an_instant_of_its_own() -> None:
    """No round is at the time of another one, all are in the years to come, and no two plans agree."""
    starts = [step.at for seed in range(20) for step in planned("utc_expiry", seed) if step.do == "run"]
    assert len(set(starts)) == 60
    assert all(EARLIEST <= at <= LATEST for at in starts)


def test_one_round_is_at_a_whole_second() -> None:
    """What expires at a certain second can be tried at that very moment, and between two seconds as well."""
    fractions = [step.at % 1 > 0 for seed in range(20) for step in planned("utc_expiry", seed)]
    zones = [step.zone.offset != 0 for seed in range(20) for step in planned("utc_expiry", seed)]
    assert fractions == zones


def test_calls_are_more_than_a_day_after_loading() -> None:
    """Time passes before the calls: what was worked out at loading is old by then."""
    for run, *calls in rounds(planned("purpose")):
        assert [round(call.at - run.at, 3) for call in calls] == [UNTIL_CALLS] * len(calls)
    assert UNTIL_CALLS > 24 * 3600


def test_a_value_is_read_when_it_was_made() -> None:
    """Reading a name takes no time."""
    for run, read in rounds(planned("import_encode")):
        assert (run.do, read.do, read.name) == ("run", "read", "token")
        assert read.at == run.at


@pytest.mark.parametrize("slug", SLUGS)
def test_the_same_seed_makes_the_same_plan(slug: str) -> None:
    """A run can be repeated exactly, and another seed makes another one."""
    assert planned(slug, 7) == planned(slug, 7)
    assert planned(slug, 7) != planned(slug, 8)


@pytest.mark.parametrize("slug", SLUGS)
def test_requests_have_no_more_than_the_step_needs(slug: str) -> None:
    """The process is told what to do, when and where, and its arguments: no more members than that."""
    members = {
        "run": {"do", "at", "zone", "script", "environment", "serves"},
        "call": {"do", "at", "zone", "name", "args"},
    }
    for step in planned(slug):
        assert step.instruction().keys() == members.get(step.do, members["call"])
        assert step.instruction()["zone"] == step.zone.tz


@pytest.mark.parametrize("slug", SLUGS)
def test_requests_hold_no_binding_beyond_the_arguments(slug: str) -> None:
    """Of the values that were drawn for a round, a program is told only those that it is called with."""
    steps = {step.id: step for step in task(slug).steps}
    for step in planned(slug):
        told = json.dumps(step.instruction())
        asked = json.dumps(steps[step.id].model_dump(mode="json").get("args", ())) if step.id in steps else ""
        for name, value in step.bindings.items():
            assert str(value) not in told or f'"{name}"' in asked


@pytest.mark.parametrize("slug", SLUGS)
def test_requests_hold_nothing_that_is_expected(slug: str) -> None:
    """No check, no title and no value to compare with goes to the process that runs the program."""
    told = json.dumps([step.instruction() for step in planned(slug)])
    asked = set(texts([step.model_dump() for step in task(slug).steps]))
    expected = {text for check in task(slug).checks for text in texts(list(check.model_dump().values()))}
    expected -= {*asked, "run"}
    assert expected
    assert not [text for text in expected if json.dumps(text) in told]


def test_only_what_a_call_needs_is_in_its_request() -> None:
    """A call is told its arguments in their order, with the round's values in the places of their names."""
    for run, *calls in rounds(planned("purpose")):
        drawn, told = run.bindings, {call.id: call.instruction()["args"] for call in calls}
        assert told == {
            "login": ["alice", "wonderland", drawn["$secret"]],
            "wrong_password": ["alice", drawn["$wrong_password"], drawn["$secret"]],
            "stranger": [drawn["$stranger"], "wonderland", drawn["$secret"]],
            "part_of_password": ["alice", "wonder", drawn["$secret"]],
            "part_of_name": ["ali", "wonderland", drawn["$secret"]],
            "other_capitals": ["Alice", "wonderland", drawn["$secret"]],
            "spaces_in_name": [" alice ", "wonderland", drawn["$secret"]],
            "longer_name": ["alice2", "wonderland", drawn["$secret"]],
            "longer_password": ["alice", "wonderland2", drawn["$secret"]],
            "capitals_in_password": ["alice", "Wonderland", drawn["$secret"]],
            "spaces_in_password": ["alice", " wonderland ", drawn["$secret"]],
        }


@pytest.mark.parametrize(("slug", "script"), [("token_output", True), ("utc_expiry", False)])
def test_script_is_run_as_one(slug: str, script: bool) -> None:
    """A task that asks for a script has it run as a script, any other as a module."""
    assert [step.instruction()["script"] for step in first_of_each_round(slug)] == [script] * 3


@pytest.mark.parametrize("algorithm", ["HS256", "HS384", "HS512"])
def test_forged_token_verifies(algorithm: str) -> None:
    """A token of the grader's own making is a real one, signed with the round's secret for the round's user."""
    forged = [step for step in planned("default_algorithm") if step.id == algorithm.lower()]
    assert len(forged) == 3
    for step in forged:
        (token,) = step.instruction()["args"]
        assert jwt.get_unverified_header(token)["alg"] == algorithm
        claims = jwt.decode(token, step.bindings["$secret"], algorithms=[algorithm])
        assert claims == {"user_id": step.bindings["$user_id"]}
