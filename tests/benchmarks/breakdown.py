"""Where the time of `grader check` goes: along the line of time, in the process that runs programs, and in imports."""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from contenders import ENVIRONMENT, HERE, ONE, BenchmarkError

CHECK = ("check", ".", ONE)
IMPORT = re.compile(r"import time:\s*(\d+) \|\s*\d+ \|\s*([\w.]+)")
IMPORT_CHILD = "import grader.sandbox.child"
CHILD_STAGES = {
    "Python starts and ends": "pass",
    "imports": IMPORT_CHILD,
    "clock frozen": f"{IMPORT_CHILD}; from grader.sandbox import clock; clock.freeze()",
}
SHOWN = 8
"""So many packages are shown of each process's imports."""


def report(folder: Path, rounds: int) -> str:
    """Measure everything, each part so often, and arrange the medians."""
    parts = [
        _section(f"Where the time of `grader check . {ONE}` goes", _timeline(folder, rounds)),
        _section("The process that runs programs, started alone", _child(rounds)),
        _section("Imports of the command (measuring slows them)", _imports(["-m", "grader", *CHECK], folder, rounds)),
        _section("Imports of the process that runs programs", _imports(["-c", IMPORT_CHILD], folder, rounds)),
    ]
    return "\n".join(parts)


def _section(title: str, seconds: Mapping[str, float]) -> str:
    rows = [f"  {name:<54}{1000 * value:>8.1f} ms" for name, value in seconds.items()]
    total = f"  {'sum':<54}{1000 * sum(seconds.values()):>8.1f} ms"
    return "\n".join([f"\n{title}", *rows, total])


def _medians(measured: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Give the median of each part over runs; a part that a run has not got took no time there."""
    names = dict.fromkeys(name for run in measured for name in run)
    return {name: statistics.median(run.get(name, 0.0) for run in measured) for name in names}


def _timeline(folder: Path, rounds: int) -> dict[str, float]:
    """Tell how long each part takes, from the start of the process until it is gone."""
    measured = []
    with tempfile.TemporaryDirectory() as place:
        notes = Path(place, "notes.json")
        for _ in range(rounds):
            start = time.monotonic()
            _run([str(HERE / "timeline.py"), str(start), str(notes), *CHECK], folder)
            over = [("", 0.0), *json.loads(notes.read_text(encoding="utf-8")), ("end", time.monotonic() - start)]
            measured.append({name: until - since for (_, since), (name, until) in pairwise(over)})
    return _medians(measured)


def _child(rounds: int) -> dict[str, float]:
    """Tell what each stage adds to the time of a whole process."""
    measured = []
    for _ in range(rounds):
        instants = [time.monotonic()]
        for code in CHILD_STAGES.values():
            _run(["-I", "-c", code], HERE)
            instants.append(time.monotonic())
        measured.append({name: b - a for name, (a, b) in zip(CHILD_STAGES, pairwise(instants), strict=True)})
    whole = _medians(measured)
    return {name: whole[name] - before for name, before in zip(whole, [0.0, *whole.values()], strict=False)}


def _imports(command: Sequence[str], folder: Path, rounds: int) -> dict[str, float]:
    """Tell what the modules of each package take to load, themselves only."""
    measured = []
    for _ in range(rounds):
        spent: Counter[str] = Counter()
        for microseconds, module in IMPORT.findall(_run(["-X", "importtime", *command], folder)):
            package = module.partition(".")[0]
            spent["standard library" if package in sys.stdlib_module_names else package] += int(microseconds)
        measured.append({package: total / 1e6 for package, total in spent.items()})
    found = sorted(_medians(measured).items(), key=lambda pair: -pair[1])
    others = sum(seconds for _, seconds in found[SHOWN:])
    return {**dict(found[:SHOWN]), **({"all others": others} if others else {})}


def _run(arguments: Sequence[str], folder: Path) -> str:
    """Run Python, and give what it says on standard error."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        raise BenchmarkError(f"python {' '.join(arguments)} left exit code {done.returncode} and said\n{done.stderr}")
    return done.stderr
