"""Whose time it is: what a program waited for a processor is not its own, and none can be saved up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import pytest

from grader.sandbox.running import Process
from grader.sandbox.watch import Waits


class Told:
    """A process of which the system tells one thing after the other."""

    def __init__(self, *told: Mapping[str, float], worked: float = 0.0) -> None:
        self._told = [*reversed(told)]
        self._worked = [worked, 0.0]

    def waited(self) -> Mapping[str, float]:
        """See Process."""
        return self._told.pop()

    def worked(self) -> float:
        """See Process."""
        return self._worked.pop() if self._worked else 0.0


@pytest.mark.parametrize(
    ("before", "after", "seconds", "credited"),
    [
        pytest.param({}, {}, 1.0, 0.0, id="a system that tells nothing"),
        pytest.param({"1": 2.0}, {"1": 2.5}, 1.0, 0.5, id="what was waited before is not counted again"),
        pytest.param({"1": 0.0}, {"1": 7.0}, 1.0, 7.0, id="a long wait is told when it is over"),
        pytest.param({"1": 0.0}, {"1": 0.3, "2": 0.4}, 1.0, 0.7, id="one thread after the other"),
        pytest.param({"1": 0.0}, {str(n): 0.9 for n in range(100)}, 1.0, 1.0, id="a hundred threads side by side"),
        pytest.param({"1": 3.0, "2": 4.0}, {"1": 3.5}, 1.0, 0.5, id="a thread has ended"),
    ],
)
def test_waiting(before: Mapping[str, float], after: Mapping[str, float], seconds: float, credited: float) -> None:
    """Each thread's new waiting counts, but side by side no more than the time that has passed or the longest wait."""
    waits = Waits(cast("Process", Told(before, after)))
    assert waits.during(seconds) == pytest.approx(credited)


@pytest.mark.parametrize(
    ("after", "worked", "credited"),
    [
        pytest.param({"1": 0.6}, 0.4, 0.6, id="one thread waits for others' programs"),
        pytest.param({"1": 0.6, "2": 0.6}, 0.1, 1.0, id="two threads side by side have worked little"),
        pytest.param({"1": 0.4, "2": 0.4}, 0.2, 0.6, id="two threads may have waited for each other"),
        pytest.param({"1": 0.0, "2": 0.4, "3": 0.0}, 0.4, 0.4, id="only one of them has waited"),
        pytest.param({str(n): 1e-4 * n for n in range(1, 101)}, 0.02, 0.01, id="a hundred threads wake at once, alone"),
    ],
)
def test_threads_that_wait_for_each_other(after: Mapping[str, float], worked: float, credited: float) -> None:
    """While one thread works, others may wait for just that: so much of it is not put down to neighbours."""
    waits = Waits(cast("Process", Told(dict.fromkeys(after, 0.0), after, worked=worked)))
    assert waits.during(1.0) == pytest.approx(credited)


def test_what_ended_threads_waited_stays_known() -> None:
    """A thread that the system has forgotten takes nothing from those that come after it."""
    waits = Waits(cast("Process", Told({"1": 0.0}, {"1": 0.0, "2": 0.5}, {"1": 0.25}, {"1": 0.25, "2": 0.5})))
    assert [waits.during(1.0) for _ in range(3)] == [0.5, 0.25, 0.0]
