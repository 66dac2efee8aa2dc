"""What is drawn by chance: for each round, and an id for each step that names one."""

from __future__ import annotations

import random
import uuid

import jwt
import pytest
from web_apps import steps_of

from grader import draw
from grader.plan import Step, plan, rounds

KEYS = tuple(name for pair in draw.PAIRS for name in pair)
IDS = "[{id: one, call: f, args: [$id]}, {id: two, call: f, args: [$id, $id]}, {id: three, call: f}]"


def planned(steps: str, environment: dict[str, str] | None = None, seed: int = 1) -> list[list[Step]]:
    """Give the steps of each round."""
    chance = random.Random(seed)  # noqa: S311 - a plan that can be repeated
    return list(rounds(plan(steps_of(steps), as_script=False, chance=chance, environment=environment or {})))


def test_each_step_has_an_id_of_its_own() -> None:
    """An id is the same throughout its step, and comes in no other step and no other round."""
    ready = [step.ready({}) for each in planned(IDS) for step in each]
    ids = [set(step.args) for step in ready if step.args]
    assert [len(each) for each in ids] == [1] * 6
    assert len(set.union(*ids)) == 6
    assert all(uuid.UUID(str(*each)).version == 4 for each in ids)


def test_the_same_seed_draws_the_same() -> None:
    """A run can be repeated exactly, ids and keys included."""
    steps = "[{id: one, call: f, args: [$id, $private_key]}]"
    assert planned(steps, seed=3) == planned(steps, seed=3)
    assert planned(steps, seed=3) != planned(steps, seed=4)


@pytest.mark.parametrize(
    ("steps", "environment"),
    [
        pytest.param("[{id: one, call: f, args: [$private_key, $other_public_key]}]", {}, id="argument"),
        pytest.param("[{id: one, call: f}]", {"A": "$public_key", "B": "$other_public_key"}, id="environment"),
    ],
)
def test_keys_come_in_pairs(steps: str, environment: dict[str, str]) -> None:
    """The public key of a pair confirms what its private key has signed, that of the other pair and round does not."""
    drawn = [each[0].bindings for each in planned(steps, environment)]
    pairs = [(str(each[private]), str(each[public])) for each in drawn for private, public in draw.PAIRS]
    assert len(set(pairs)) == 6
    for private, public in pairs:
        token = jwt.encode({"sub": "alice"}, private, algorithm="ES256")
        confirmed = [key for _, key in pairs if _confirms(key, token)]
        assert confirmed == [public]


def _confirms(key: str, token: str) -> bool:
    try:
        jwt.decode(token, key, algorithms=["ES256"])
    except jwt.InvalidSignatureError:
        return False
    return True


def test_what_is_not_named_is_not_drawn() -> None:
    """Keys take time, and what else is drawn stays the same with an exercise that needs none."""
    names = {
        name for each in planned("[{id: one, call: f, args: [$secret]}]") for step in each for name in step.bindings
    }
    assert names.isdisjoint({*KEYS, draw.ID})
