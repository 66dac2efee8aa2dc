"""What isolation costs: a task in the sandbox against a bare fork that does the same, and gradings a second.

    python tests/benchmarks/isolation.py

Both sides take turns within one run, each a batch of tasks, so that a machine that is busy is busy for both. The
sandbox forks each process ahead, for which it uses a second processor if there is one, and from a server that has
rehearsed; both are linked as the sandbox links. What a bare fork takes that is forked as the sandbox forks is told too.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bare_fork import FORKS

from grader import catalog, grading, plan, submission
from grader.sandbox import isolation, supervisor
from grader.sandbox.launch import LINKING

SLUG = "utc_expiry"
REFERENCE = Path(__file__).parents[2] / "solutions" / "reference"
TURNS, TASKS = 15, 20


def main() -> None:
    """Print the medians in milliseconds a task, and the ratio of each turn's two figures."""
    (exercise,) = catalog.load(catalog.builtin_folder()).select([SLUG]).exercises
    handed_in = submission.read(REFERENCE, [SLUG])
    source = handed_in.files[exercise.file]
    assert exercise.task
    steps = plan.plan(exercise.task.steps, as_script=False, chance=random.Random(1))  # noqa: S311 - any will do
    task = [exercise.file, source.decode(), [step.ready({}).instruction() for step in steps], TASKS]
    level = isolation.level()
    bare: dict[str, list[float]] = {how: [] for how in FORKS}
    sandboxed, graded = [], []
    seeds = itertools.count()
    other = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("bare_fork.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **LINKING},
        encoding="utf-8",
    )
    assert other.stdin
    assert other.stdout
    for _ in range(TURNS):
        for how, figures in bare.items():
            other.stdin.write(json.dumps([*task, how]) + "\n")
            other.stdin.flush()
            figures.append(float(other.stdout.readline()) / TASKS)
        sandboxed.append(_seconds(lambda: supervisor.run(exercise.file, source, steps)))
        graded.append(_seconds(lambda: grading.grade_exercise(exercise, handed_in, seed=next(seeds))))
    other.communicate()
    print(f"isolation: {level}; {TURNS} turns of {TASKS} tasks, {len(steps)} steps each; milliseconds a task")
    named = {"bare fork": bare["python"], "the sandbox's": bare["sandbox"], "sandbox": sandboxed, "grading": graded}
    for name, figures in named.items():
        ratios = [mine / theirs for mine, theirs in zip(figures, bare["python"], strict=True)]
        print(
            f"{name:<13} median {1e3 * statistics.median(figures):6.2f}  min {1e3 * min(figures):6.2f}"
            f"  ratio to the bare fork {statistics.median(ratios):5.2f}"
        )
    print(f"gradings a second, one after another: {1 / statistics.median(graded):.0f}")


def _seconds(task: object) -> float:
    assert callable(task)
    began = time.perf_counter()
    for _ in range(TASKS):
        task()
    return (time.perf_counter() - began) / TASKS


if __name__ == "__main__":
    main()
