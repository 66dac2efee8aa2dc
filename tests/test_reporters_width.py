"""The report for a terminal where there is little room: what is set in stays so, and what must stay whole does."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from grader.cli import screen
from grader.report import CheckResult, Diagnosis, ExerciseReport, Report
from grader.reporters import terminal

LINK = "https://example.org/a/page/with/a/long/name#and-a-section"
CHECK = CheckResult("long", "refuses what is signed with another key, or changed", "task", "failed", 2, "It does not.")
MISTAKE = Diagnosis("unverified_decode", "long", "Anyone can write one.", "Let decode check it.", LINK)
CHECKS = ExerciseReport("protected_endpoint", "A door for good tokens", "protected_endpoint.py", (CHECK,), (MISTAKE,))
REPORT = Report((CHECKS,), {}, "0", "kernel", 1)


def lines(width: int) -> list[str]:
    """Give the report's lines, so many columns wide."""
    console = Console(file=io.StringIO(), width=width, color_system=None)
    return screen.rendered(terminal.body(REPORT), console, width)


def test_a_long_title_goes_on_under_its_own_beginning() -> None:
    """Not under the sign, where the next title begins."""
    assert lines(40)[5:8] == [
        "    ✗ refuses what is signed with",
        "      another key, or changed",
        "      It does not.",
    ]


@pytest.mark.parametrize(
    ("width", "before"), [(80, 6), (len(LINK) + 6, 6), (len(LINK) + 2, 2), (len(LINK), 0), (40, 0)]
)
def test_an_address_is_never_broken(width: int, before: int) -> None:
    """It begins further to the left where it would not fit; where even that is no help, the terminal goes on below."""
    assert " " * before + LINK in lines(width)


def test_names_and_points_are_whole_on_a_narrow_screen() -> None:
    """Titles stand below the names there, and the bar gives way to the number."""
    assert lines(40)[:3] == ["  ✗  protected_endpoint      0/2", "     A door for good tokens", ""]
    assert "  0 of 2 points" in lines(40)
    assert max(len(line) for line in lines(40) if line != LINK) <= 40
