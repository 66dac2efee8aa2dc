"""How long `grader check` takes beside what courses use today: `python tests/benchmarks/compare.py`.

Whole processes are timed, in turns, so that whatever else the machine does meanwhile falls on all alike. Nothing is
timed before it has passed the reference and failed wrong solutions; nothing here fails because it is slow.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import breakdown
import click
from contenders import ENVIRONMENT, BenchmarkError, Contender, Work, check50_version, submission, works

if sys.platform != "win32":
    import resource

DISTRIBUTIONS = ("PyJWT", "cryptography", "freezegun", "pydantic", "pytest")


@dataclass(frozen=True)
class Lap:
    """One run of one command, in seconds: by the clock on the wall, and of all processors together."""

    wall: float
    processor: float


def main() -> None:
    """Prove, time, and print."""
    options = _options()
    chosen = works(options.check50_python)
    check50 = check50_version(options.check50_python)
    if not check50:
        click.echo("check50 is not installed, so it is left out: it comes with the extra `bench`.")
    click.echo(f"{circumstances(check50)}\nProving that each passes what is right and fails what is wrong ...")
    try:
        for work in chosen:
            work.prove()
        with submission() as folder:
            laps = _take_turns([contender for work in chosen for contender in work.contenders], options.rounds, folder)
            for work in chosen:
                click.echo(_table(work, laps))
            click.echo(breakdown.report(folder, options.rounds))
    except BenchmarkError as error:
        sys.exit(str(error))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9, help="how often each is timed")
    parser.add_argument(
        "--check50-python",
        type=_program,
        default=sys.executable,
        metavar="PYTHON",
        help="a Python that has check50, PyJWT and freezegun; this one if not given",
    )
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds: one at least")
    return options


def _program(name: str) -> str:
    """Find a program, whose links stay as they are: all is started in another folder, and environments are links."""
    found = shutil.which(name)
    if found is None:
        raise argparse.ArgumentTypeError(f"there is no program {name}")
    return str(Path(found).absolute())


def _take_turns(contenders: Sequence[Contender], rounds: int, folder: Path) -> dict[Contender, list[Lap]]:
    """Run each once to warm up, then all in turns."""
    laps: dict[Contender, list[Lap]] = {contender: [] for contender in contenders}
    for turn in range(rounds + 1):
        for contender in contenders:
            timed = lap(contender, folder)
            if turn > 0:
                laps[contender].append(timed)
    return laps


def lap(contender: Contender, folder: Path) -> Lap:
    """Run a contender once."""
    before, start = _spent(), time.perf_counter()
    done = subprocess.run(
        contender.command,
        cwd=folder,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    timed = Lap(time.perf_counter() - start, _spent() - before)
    if done.returncode != 0:
        raise BenchmarkError(f"{contender.name} passed the reference, and then left exit code {done.returncode}")
    return timed


def _spent() -> float:
    """Give the processor seconds of all processes that were started here and are over; 0 where that is not told."""
    if sys.platform == "win32":
        return 0.0
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _table(work: Work, laps: dict[Contender, list[Lap]]) -> str:
    """Arrange a row for each contender; ratios are taken within each round, and their median is told."""
    ours = laps[work.contenders[0]]
    lines = [f"\n{work.title:<28}{'median':>9}{'min - max':>18}{'ratio':>8}{'processor':>13}{'ratio':>8}"]
    for contender in work.contenders:
        theirs = laps[contender]
        walls = [lap.wall for lap in theirs]
        ratio = statistics.median(lap.wall / our.wall for lap, our in zip(theirs, ours, strict=True))
        line = f"{contender.name:<28}{statistics.median(walls):>7.3f} s"
        line += f"{min(walls):>10.3f} - {max(walls):.3f}{ratio:>8.2f}"
        processor = statistics.median(lap.processor for lap in theirs)
        if processor:
            line += f"{processor:>11.3f} s{processor / statistics.median(lap.processor for lap in ours):>8.2f}"
        lines.append(line)
    lines.append("ratio: to the time of grader check; more than 1 is slower")
    return "\n".join(lines)


def circumstances(check50: str) -> str:
    """Tell what the figures depend on."""
    found = [f"Python {platform.python_version()}"]
    for name in DISTRIBUTIONS:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"no {name}")
    if check50:
        found.append(f"check50 {check50}")
    load = f", load {os.getloadavg()[0]:.1f}" if sys.platform != "win32" else ""
    return f"{', '.join(found)}; {os.cpu_count()} processors{load}"


if __name__ == "__main__":
    main()
