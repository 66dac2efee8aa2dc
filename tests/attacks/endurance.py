"""Grade thousands of times and print what grows: `python tests/attacks/endurance.py [HOW_MANY]`, 10,000 by default.

Every tenth program is none that ends well: it crashes, hangs for a moment, prints too much or lies.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

from grader import catalog
from grader.evidence import Evidence
from grader.grading import grade_exercise
from grader.plan import Step
from grader.sandbox import supervisor
from grader.sandbox.fork_server import ForkServer
from grader.submission import Submission

EXERCISE = next(each for each in catalog.load(catalog.builtin_folder()).exercises if each.slug == "utc_expiry")
GOOD = b"""
import time

from jwt import encode


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
"""
BAD = (
    b"import os\nos._exit(1)",
    b"while True: pass",
    b"while True: print('x' * 1000)",
    b"def create_token(user_id, secret): return 'x' * 1_000_000",
    b"import ctypes\nctypes.string_at(0)",
    b"def create_token(user_id, secret): return {secret: [user_id] * 1_000}",
)
PERIOD = 10
HANG_LIMIT = 0.05


def work(first: int, count: int) -> None:
    """Grade so many programs, each as nobody was graded before; raises AssertionError for an honest one that fails."""
    for index in range(first, first + count):
        bad = index % PERIOD == PERIOD - 1
        source = BAD[index // PERIOD % len(BAD)] if bad else GOOD
        run = partial(_run, limit=HANG_LIMIT) if bad else supervisor.run
        report = grade_exercise(EXERCISE, Submission({EXERCISE.file: source}, {}), seed=index, run=run)
        passed = all(check.status == "passed" for check in report.checks if check.part == "task")
        assert passed != bad, report.checks


def descriptors(of: int) -> int | None:
    """Count a process's open descriptors; None if it does not show them to us."""
    try:
        return len(os.listdir(f"/proc/{of}/fd"))
    except PermissionError:
        return None


def resident(of: int) -> int:
    """Give the bytes of memory that a process has."""
    status = Path(f"/proc/{of}/status").read_text(encoding="utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) * 1024


def _run(file: str, source: bytes, steps: tuple[Step, ...], *, limit: float) -> Evidence:
    return supervisor.run(file, source, [replace(step, limit=limit) for step in steps])


def main(count: int) -> None:
    """Print the figures ten times on the way."""
    share = max(count // 10, 1)
    print(
        f"{'gradings':>9} {'a second':>9} {'ours, MiB':>10} {'server, MiB':>12} {'ours, fds':>10} {'server, fds':>12}"
    )
    for done in range(share, count + 1, share):
        began = time.perf_counter()
        work(done - share, share)
        speed = share / (time.perf_counter() - began)
        server = ForkServer.current()._popen.pid  # noqa: SLF001 - nothing else asks for it
        memory = [resident(each) / 2**20 for each in (os.getpid(), server)]
        counts = [descriptors(each) for each in (os.getpid(), server)]
        print(f"{done:>9} {speed:>9.0f} {memory[0]:>10.1f} {memory[1]:>12.1f} {counts[0]!s:>10} {counts[1]!s:>12}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
