"""The same submission, exercises and versions give the same report byte for byte, whenever and wherever."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from support import SLUGS, SOLUTIONS, all_exercises, environment, exercises, hand_in, known_solutions, run_grader

from grader import grading
from grader.catalog import Catalog
from grader.reporters import REPORTERS
from grader.submission import Submission

LATER = [each.slug for each in all_exercises().exercises if each.slug not in SLUGS]
SEEDS = (1, 2**63 + 12345)
PLACES = (("UTC",), ("Asia/Kathmandu",), ("America/Los_Angeles", "1"))
"""The zone of a machine, and how many of its processors are used, if not all."""
WRONG = {
    "purpose": "accepts_anyone",
    "import_encode": "misspelt_import-encod",
    "token_output": "returns_bytes",
    "default_algorithm": "string_user_id",
    "utc_expiry": "double_shift",
}


UNSTEADY = "rejected/default_algorithm/returns_payload-base64.py"
"""What it returns is shown, and holds the user in a form in which it is not recognised."""


def report(catalog: Catalog, handed_in: Submission, seed: int) -> str:
    """Grade a submission, and give the report as JSON."""
    return REPORTERS["json"](grading.grade(catalog, handed_in, seed=seed))


def graded(slug: str, seed: int, zone: str, *processors: str) -> dict[str, list[str]]:
    """Grade every solution of an exercise on a machine that stands in a zone; give the reports by their names."""
    program = Path(__file__).with_name("grade_everything.py")
    done = subprocess.run(
        [sys.executable, program, slug, str(seed), *processors],
        env=environment(TZ=zone),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    reports: dict[str, list[str]] = json.loads(done.stdout)
    reports.pop(UNSTEADY, None)
    return reports


@pytest.mark.parametrize("slug", [*SLUGS, *(pytest.param(slug, marks=pytest.mark.slow) for slug in LATER)])
def test_every_solution_gives_the_same_bytes_everywhere(slug: str) -> None:
    """Other secrets, users and instants, another order, zone and number of processors change no word."""
    first, *others = (graded(slug, seed, *place) for seed, place in zip((*SEEDS, 3), PLACES, strict=True))
    assert len(first) > 40
    assert [name for name in first for other in others if other[name] != first[name]] == []


def test_a_bare_payload_gives_the_same_bytes_for_two_seeds() -> None:
    """A payload that was encoded without a signature is shown without the values that were drawn."""
    handed_in = next(each.submission for each in known_solutions().variants if each.name == UNSTEADY)
    first, second = (report(exercises().select(["default_algorithm"]), handed_in, seed) for seed in SEEDS)
    assert first == second


def test_the_report_is_the_same_in_every_zone_and_with_every_seed(tmp_path: Path) -> None:
    """The host's zone changes no byte of a report, nor does the seed that was drawn for it."""
    wrong = {
        f"{slug}.py": (SOLUTIONS / "rejected" / slug / f"{label}.py").read_bytes() for slug, label in WRONG.items()
    }
    folder = hand_in(tmp_path / "wrong", {**wrong, "answers.yaml": "utc_expiry: D\npurpose: x\n"})
    done = [run_grader("check", folder, *SLUGS, "--report", "json", cwd=tmp_path, TZ=zone) for zone, *_ in PLACES]
    assert [(each.returncode, each.stderr) for each in done] == [(1, "")] * 3
    assert len({each.stdout for each in done}) == 1
    told = {exercise["slug"]: exercise["misconceptions"] for exercise in json.loads(done[0].stdout)["exercises"]}
    assert told == {slug: [label.partition("-")[0]] for slug, label in WRONG.items()}


def test_the_seed_decides_what_was_drawn() -> None:
    """With its seed a run is repeated exactly: the token that is shown is the same, and another one with another."""
    local_time = next(each for each in known_solutions().variants if each.name == "rejected/utc_expiry/local_time.py")

    def shown(seed: int) -> str:
        return REPORTERS["terminal"](grading.grade(exercises(), local_time.submission, seed=seed))

    assert shown(1) == shown(1)
    assert shown(1) != shown(2).replace("seed: 2", "seed: 1")
