"""What a hostile program can cost the grader: memory for what it tells, and time for what it does."""

from __future__ import annotations

import dataclasses
import random
import sys
import tracemalloc

import pytest
import yaml
from pydantic import TypeAdapter
from test_attacks import grade

from grader import evidence
from grader.evidence import Evidence, Observation
from grader.judge import wording
from grader.plan import Step, plan
from grader.sandbox import supervisor
from grader.sandbox.describe import MAX_NODES
from grader.steps import AnyStep

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs are written for POSIX")

MANY = {"as many as are taken": 2_200, "as many as a frame holds": 6_200}
"""Pairs of values in each forged reply."""
FORGES_EACH_REPLY = b"""
import os, socket, stat, struct, time

PAIR = b'[{"type": "str", "data": "%d"}, {"type": "int", "data": %d}]'
PAIRS = b",".join(PAIR % (number, number + 10**9) for number in range(VALUES))
BODY = b'{"end": "returned", "value": {"type": "dict", "pairs": [' + PAIRS + b"]}}"
for descriptor in range(3, 64):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            connection = socket.socket(fileno=descriptor)
            for _ in range(100):
                connection.sendall(struct.pack(">I", len(BODY)) + BODY)
    except OSError:
        continue
time.sleep(60)
"""
MOST_MEBIBYTES = 75
"""Of Python's own objects, at their peak."""

SLOW = b"""
import time

def slow(): time.sleep(0.8)
def quick(): return 1
"""
HANGS = b"""
def hang():
    while True: pass
def quick(): return 1
"""
LIMIT, LATER = 0.4, 0.2


@pytest.mark.parametrize("count", MANY.values(), ids=MANY)
def test_memory_for_forged_replies(count: int) -> None:
    """A program that tells a great many values in each of its replies costs no more than those that may be told."""
    program = FORGES_EACH_REPLY.replace(b"VALUES", str(count).encode())
    tracemalloc.start()
    try:
        report = grade(program, "default_algorithm", limit=1.0)
        peak = tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()
    assert report.first_failed is not None
    assert peak < MOST_MEBIBYTES


def test_too_many_values_are_no_reply() -> None:
    """What a child tells at most of a result and of arguments is taken, more is not; braces in a text are text."""
    value = '{"type": "int", "data": 1}'

    def frame(count: int) -> bytes:
        items = ", ".join([value] * (count - 1))
        told = f'{{"type": "list", "items": [{items}]}}'
        return f'{{"end": "returned", "value": {told}, "arguments": [{told}]}}'.encode()

    taken = evidence.reply(frame(MAX_NODES))
    assert taken.value
    assert len(taken.value.items or ()) == MAX_NODES - 1
    with pytest.raises(ValueError, match=f"more than {evidence.MAX_OBJECTS} values"):
        evidence.reply(frame(evidence.MAX_OBJECTS))
    assert evidence.reply(b'{"end": "returned", "value": {"type": "str", "data": "%s"}}' % (b"{" * 60_000)).value


def test_steps_that_hang_are_waited_for_less_and_less(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two have all their time, the next ones less; what does not hang gives its result all the same."""
    monkeypatch.setattr(supervisor, "LATER_LIMIT", LATER)
    seen = _run(
        HANGS, "[{id: a, call: hang}, {id: b, call: hang}, {id: c, call: hang}, {id: last, after: 1 s, call: quick}]"
    )
    hung = [observation for observation in seen.observations if observation.end == "timed_out"]
    assert [observation.step.limit for observation in hung] == [LIMIT, LIMIT, LATER]
    assert [observation.end for observation in _of(seen, "last")] == ["returned"] * 3


def test_a_program_has_so_much_time_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was done before stands; all that comes later says why it was not done."""
    monkeypatch.setattr(supervisor, "PROGRAM_LIMIT", 1.3)
    seen = _run(SLOW, "[{id: a, call: quick}, {id: b, after: 1 s, call: slow}]", limit=5.0)
    assert [observation.end for observation in _of(seen, "a")] == ["returned", "returned", "no_time_left"]
    assert [observation.end for observation in _of(seen, "b")] == ["returned", "returned", "no_time_left"]
    assert wording.ended(_of(seen, "b")[2], seen) == (
        "slow.py was stopped because all that it did took more than 60 seconds together: "
        "look for what is slow, such as a sleep."
    )


def _run(program: bytes, steps: str, limit: float = LIMIT) -> Evidence:
    chosen = TypeAdapter(tuple[AnyStep, ...]).validate_python(yaml.safe_load(steps), strict=False)
    planned: list[Step] = [*plan(chosen, as_script=False, chance=random.Random(1))]
    return supervisor.run("slow.py", program, [dataclasses.replace(step, limit=limit) for step in planned])


def _of(seen: Evidence, name: str) -> list[Observation]:
    return [observation for observation in seen.observations if observation.step.id == name]
