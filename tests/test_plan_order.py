"""In which order, and when, the steps of a round are done."""

from __future__ import annotations

import random

import pytest
from web_apps import steps_of

from grader.plan import UNTIL_CALLS, Step, plan, rounds

STEPS = """
- {id: a, call: f}
- {id: b, call: f, args: ["@a"]}
- {id: c, request: GET /, bearer: "@b.x"}
- {id: key, read: KEY}
- {id: late, request: GET /, after: 31 min}
- {id: later, call: f, after: 0 s}
- {id: anew, load: {KEY: x}}
- {id: d, call: f}
- {id: e, call: f}
"""


def planned(seed: int, steps: str = STEPS) -> list[Step]:
    """Give the steps of the first round."""
    chance = random.Random(seed)  # noqa: S311 - a plan that can be repeated
    return next(rounds(plan(steps_of(steps), as_script=False, chance=chance)))


def orders(steps: str = STEPS) -> set[str]:
    """Give every order that comes up, as ids in a row."""
    return {" ".join(step.id for step in planned(seed, steps)) for seed in range(50)}


def test_what_is_referred_to_comes_first_and_time_parts_what_comes_after() -> None:
    """Values are read first; references, `after` and a new loading settle an order; the rest is left to chance."""
    assert orders() == {
        "run key a b c late later anew d e",
        "run key a b c late later anew e d",
    }


def test_what_does_not_depend_on_each_other_is_in_any_order() -> None:
    """Of three requests that refer to the same step, any may come first."""
    refers = 'bearer: "@login.x"'
    requests = [f"- {{id: {name}, request: GET /, {refers}}}" for name in "abc"]
    steps = "\n".join([*requests[:2], "- {id: login, request: POST /token}", *requests[2:]])
    assert len(orders(steps)) == 6
    assert all(order.startswith("run login ") for order in orders(steps))


@pytest.mark.parametrize(
    ("step", "seconds"),
    [("run", 0), ("key", 0), ("a", UNTIL_CALLS), ("c", UNTIL_CALLS), ("late", UNTIL_CALLS + 1860)]
    + [(name, UNTIL_CALLS + 1860) for name in ("later", "anew", "d", "e")],
)
def test_the_clock_moves_on_with_after_alone(step: str, seconds: float) -> None:
    """Each step is so many seconds after the first loading."""
    by_id = {each.id: each for each in planned(1)}
    assert by_id[step].at - by_id["run"].at == pytest.approx(seconds)


def test_only_what_is_sent_requests_serves() -> None:
    """Every loading of a file whose application is asked starts that up; where none is, nothing of it is loaded."""
    assert {step.id: step.serves for step in planned(1) if step.do == "run"} == {"run": True, "anew": True}
    assert not any(step.serves for step in planned(1, "[{id: a, call: f}, {id: anew, load: {}}]"))
