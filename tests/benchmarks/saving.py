"""How long a student waits for the verdict: from the file that is written to the screen that is drawn.

In turns, a program is saved while `grader watch` runs in a pseudo-terminal, and is graded here, in this process: that
is the part which no watch can do without.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from contenders import HERE, BenchmarkError

from grader import catalog, grading, submission
from grader.sandbox import process

SLUG = "utc_expiry"
SOLUTIONS = HERE.parents[1] / "solutions"
SAVED = {
    "local_time": SOLUTIONS / "rejected" / SLUG / "local_time.py",
    "seconds_for_minutes": SOLUTIONS / "rejected" / SLUG / "seconds_for_minutes.py",
}
"""Programs by what the screen says of them."""
PATIENCE = 60.0
REST = 0.2
"""Seconds between two turns, as if somebody were thinking."""


@contextmanager
def watched(folder: Path) -> Iterator[Callable[[str], float]]:
    """Watch a folder in a terminal; what is given waits until a text was drawn, and tells when that was."""
    master, terminal = os.openpty()
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
    command = [sys.executable, "-m", "grader", "watch", SLUG, "--folder", str(folder)]
    environment = {**os.environ, "TERM": "xterm-256color"}
    started = subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=terminal, env=environment)

    def wait(text: str) -> float:
        drawn, end = b"", time.perf_counter() + PATIENCE
        while text.encode() not in drawn:
            if time.perf_counter() > end or started.poll() is not None:
                raise BenchmarkError(f"'{text}' was not drawn.")
            if select.select([master], [], [], REST)[0]:
                drawn += os.read(master, 65536)
        return time.perf_counter()

    try:
        yield wait
    finally:
        os.write(master, b"q")
        started.wait(PATIENCE)
        os.close(terminal)
        os.close(master)


def save(file: Path, content: bytes) -> float:
    """Save a file as an editor does, and tell when that began."""
    began = time.perf_counter()
    file.write_bytes(content)
    return began


def grade(folder: Path, exercises: catalog.Catalog) -> float:
    """Give the seconds that the verdict alone takes."""
    began = time.perf_counter()
    grading.grade_exercise(exercises.exercises[0], submission.read(folder, [SLUG]), seed=grading.new_seed())
    return time.perf_counter() - began


def measure(turns: int) -> tuple[list[float], list[float]]:
    """Give the seconds from save to screen, and those of the verdict alone."""
    exercises = catalog.load(catalog.builtin_folder()).select([SLUG])
    process.prepare()
    waited, alone = [], []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "mine")
        subprocess.run([sys.executable, "-m", "grader", "init", folder], check=True, stdout=subprocess.DEVNULL)
        file = folder / f"{SLUG}.py"
        with watched(folder) as wait:
            wait("Write it into")
            for turn in range(turns + 2):
                label = list(SAVED)[turn % 2]
                time.sleep(REST)
                began = save(file, SAVED[label].read_bytes())
                seconds = wait(label) - began
                time.sleep(REST)
                if turn >= 2:
                    waited.append(seconds)
                    alone.append(grade(folder, exercises))
                else:
                    grade(folder, exercises)
    return waited, alone


def main() -> None:
    """Measure, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=40)
    waited, alone = measure(parser.parse_args().turns)
    ratio = statistics.median(after / before for after, before in zip(waited, alone, strict=True))
    ordered = sorted(waited)
    print(f"from save to screen   {1000 * statistics.median(waited):6.1f} ms (median of {len(waited)})")
    print(f"  nine in ten within  {1000 * ordered[len(ordered) * 9 // 10]:6.1f} ms")
    print(f"the verdict alone     {1000 * statistics.median(alone):6.1f} ms, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
