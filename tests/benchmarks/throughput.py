"""How many submissions one processor grades in a second: `python tests/benchmarks/throughput.py`.

One token task, with all its zones, beside check50 and beside one pytest process for each submission. Theirs are timed
as whole processes, because they are started for each submission. Ours stays: so it is started for a few gradings and
for many, and what is told is the difference, which is that of so many gradings alone, isolated as on any other run.
Time is told twice: of processors, of all processes that belong to it, so that whatever else the machine does counts for
nobody; and by the clock on the wall, one submission after another, where whoever can uses a second processor.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from compare import Lap, circumstances, lap
from contenders import ONE, BenchmarkError, Contender, check50_version, submission, works

from grader import catalog, grading
from grader import submission as submissions
from grader.sandbox import isolation

ROUNDS, FEW, MANY = 9, 20, 220
GRADE = "--grade"
OURS = "jwt-grader"


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
        peers = {contender.name: contender for contender in one.contenders[1:]}
        with submission() as folder:
            turns = [_turn(folder, peers) for _ in range(ROUNDS)]
    except BenchmarkError as error:
        sys.exit(str(error))
    print(f"\n{f'one submission of {ONE}':<26}{'processor':>13}{'a second and core':>20}{'wall':>13}{'a second':>11}")
    by_name = _by_name(turns)
    for name, laps in by_name.items():
        processor, wall = (statistics.median(getattr(lap, kind) for lap in laps) for kind in ("processor", "wall"))
        figures = f"{1e3 * processor:>10.1f} ms{1 / processor:>20.1f}{1e3 * wall:>10.1f} ms{1 / wall:>11.1f}"
        print(f"{name:<26}{figures}{_ratios(laps, by_name[OURS])}")


def _turn(folder: Path, peers: dict[str, Contender]) -> dict[str, Lap]:
    """Give what one submission takes, for each."""
    few, many = (lap(_ours(folder, count), folder) for count in (FEW, MANY))
    times = MANY - FEW
    ours = Lap((many.wall - few.wall) / times, (many.processor - few.processor) / times)
    return {OURS: ours} | {name: lap(peers[name], folder) for name in peers}


def _ours(folder: Path, count: int) -> Contender:
    return Contender(OURS, (sys.executable, __file__, GRADE, str(folder), str(count)), "")


def _by_name(turns: Sequence[Mapping[str, Lap]]) -> dict[str, list[Lap]]:
    return {name: [turn[name] for turn in turns] for name in turns[0]}


def _ratios(theirs: Sequence[Lap], ours: Sequence[Lap]) -> str:
    """Say how many times as many submissions ours grades: by processor, and by the clock on the wall."""
    pairs = [*zip(theirs, ours, strict=True)]
    processor = statistics.median(their.processor / our.processor for their, our in pairs)
    wall = statistics.median(their.wall / our.wall for their, our in pairs)
    return f"   ours: {processor:.0f} times a core's, {wall:.0f} times by the clock" if theirs is not ours else ""


if __name__ == "__main__":
    if sys.argv[1:2] == [GRADE]:
        grade(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
