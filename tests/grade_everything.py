"""Grades every solution of an exercise, in an order drawn from a seed, and prints what is reported of each.

    python grade_everything.py SLUG SEED [PROCESSORS]

A program of its own, so that the zone of the machine that it runs on is the one that TZ says from its start,
and that it has no more processors than it may use.
"""

from __future__ import annotations

import json
import os
import random
import sys

from support import all_exercises, known_solutions

from grader import grading
from grader.reporters import REPORTERS

FOR_THE_EYE = {"terminal", "markdown", "html", "gradescope"}
"""Reports that show the token, and so what was drawn."""


def main(slug: str, seed: int) -> None:
    """Print, by the name of each solution, its reports for programs."""
    catalog = all_exercises().select([slug])
    handed_in = [(each.name, each.submission) for each in known_solutions().variants if each.slug == slug]
    handed_in.append(("reference", known_solutions().reference))
    random.Random(seed).shuffle(handed_in)  # noqa: S311 - an order, not a secret
    reports = {name: grading.grade(catalog, each, seed=seed) for name, each in handed_in}
    formats = sorted(set(REPORTERS) - FOR_THE_EYE)
    printed = {name: [REPORTERS[each](report) for each in formats] for name, report in reports.items()}
    sys.stdout.write(json.dumps(printed, sort_keys=True))


def use_only(count: int) -> None:
    """Run on so many processors from now on, where the system lets one choose."""
    if hasattr(os, "sched_getaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:count])


if __name__ == "__main__":
    for count in sys.argv[3:]:
        use_only(int(count))
    main(sys.argv[1], int(sys.argv[2]))
