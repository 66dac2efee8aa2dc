"""How many submissions one processor grades in a second: `python tests/benchmarks/throughput.py`.

One token task, with all its zones, beside check50 and beside one pytest process for each submission. Theirs are timed
as whole processes, because they are started for each submission. Ours stays: so it is started for a few gradings and
for many, and what is told is the difference, which is that of so many gradings alone, isolated as on any other run.
Time is that of processors, of all processes that belong to it: whatever else the machine does counts for nobody.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from compare import circumstances, spent
from contenders import ENVIRONMENT, ONE, BenchmarkError, check50_version, submission, works

from grader import catalog, grading
from grader import submission as submissions
from grader.sandbox import isolation

ROUNDS, FEW, MANY = 9, 20, 220
GRADE = "--grade"


def grade(folder: Path, count: int) -> None:
    """Grade a submission so often, one after another; raises BenchmarkError if it does not pass."""
    (exercise,) = catalog.load(catalog.builtin_folder()).select([ONE]).exercises
    handed_in = submissions.read(folder, [ONE])
    for seed in range(count):
        report = grading.grade_exercise(exercise, handed_in, seed=seed)
        if report.first_failed:
            raise BenchmarkError(f"the reference fails: {report.first_failed.message}")


def main() -> None:
    """Prove, time in turns, and print."""
    (one, _) = works(sys.executable)
    check50 = check50_version(sys.executable)
    if not check50:
        print("check50 is not installed, so it is left out: it comes with the extra `bench`.")
    try:
        one.prove()
        print(f"{circumstances(check50)}; isolation: {isolation.level()}")
        peers = {contender.name: contender.command for contender in one.contenders[1:]}
        with submission() as folder:
            turns = [_turn(folder, peers) for _ in range(ROUNDS)]
    except BenchmarkError as error:
        sys.exit(str(error))
    print(f"\n{'one submission of ' + ONE:<28}{'processor':>12}{'a second and core':>20}{'ours is':>12}")
    for name in turns[0]:
        seconds = statistics.median(turn[name] for turn in turns)
        ratio = statistics.median(turn[name] / turn["grader"] for turn in turns)
        print(f"{name:<28}{1e3 * seconds:>9.1f} ms{1 / seconds:>20.1f}{ratio:>7.0f} times")


def _turn(folder: Path, peers: dict[str, tuple[str, ...]]) -> dict[str, float]:
    """Give the seconds of a processor that one submission takes, for each."""
    few, many = (_seconds(_ours(folder, count), folder) for count in (FEW, MANY))
    return {"grader": (many - few) / (MANY - FEW)} | {name: _seconds(peers[name], folder) for name in peers}


def _ours(folder: Path, count: int) -> tuple[str, ...]:
    return (sys.executable, __file__, GRADE, str(folder), str(count))


def _seconds(command: Sequence[str], folder: Path) -> float:
    before = spent()
    done = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
    )
    if done.returncode != 0:
        raise BenchmarkError(f"{' '.join(command)} left exit code {done.returncode}")
    return spent() - before


if __name__ == "__main__":
    if sys.argv[1:2] == [GRADE]:
        grade(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
