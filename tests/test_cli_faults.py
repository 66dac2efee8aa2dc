"""The command line when something is wrong that is not the student's doing: a fault of ours, or Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support import environment, hand_in

BROKEN = """
import sys
from grader import grading, submission

def fail(*args, **options):
    raise ZeroDivisionError("by zero")

setattr(*{"reading": (submission, "read"), "planning": (grading, "plan")}[sys.argv.pop(1)], fail)
from grader.cli import main
main()
"""
"""The command line with a fault of ours in the place that the first argument names."""

INTERRUPTED = """
from grader.sandbox import process

def interrupt():
    raise KeyboardInterrupt

process.prepare = interrupt
from grader.cli import main
main()
"""
"""The command line, interrupted as soon as it has begun."""

ANNOUNCED = """
import dataclasses, signal, sys
from grader import grading
from grader.sandbox import supervisor

signal.signal(signal.SIGINT, signal.default_int_handler)  # it may be ignored where the tests run

def impatient(file, source, steps):
    print("running", file=sys.stderr, flush=True)
    return supervisor.run(file, source, [dataclasses.replace(step, limit=1.0) for step in steps])

grade_exercise = grading.grade_exercise
grading.grade_exercise = lambda *args, **options: grade_exercise(*args, **{**options, "run": impatient})
from grader.cli import main
main()
"""
"""The command line, which says when it begins to run a program, and is less patient with it than is usual."""


def started(program: str, *arguments: str | Path, cwd: Path, **variables: str) -> subprocess.Popen[str]:
    """Start a program in which the command line is changed."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", program, *map(str, arguments)],
        cwd=cwd,
        env=environment(**variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_a_fault_of_ours_is_told_as_ours(tmp_path: Path) -> None:
    """Exit code 3 is for our own faults: a sentence without a traceback, and how to get one."""
    program = started(BROKEN, "reading", "check", cwd=tmp_path)
    stdout, stderr = program.communicate()
    assert (program.returncode, stdout) == (3, "")
    assert stderr.splitlines() == [
        "This is a fault of jwt-grader, not yours: ZeroDivisionError: by zero",
        "Nothing was held against you. To see where it is, set GRADER_DEBUG=1 and try again.",
    ]


def test_a_fault_of_ours_is_shown_to_who_debugs(tmp_path: Path) -> None:
    """With GRADER_DEBUG there is a traceback that leads to the fault."""
    _, stderr = started(BROKEN, "reading", "check", cwd=tmp_path, GRADER_DEBUG="1").communicate()
    assert stderr.startswith("Traceback (most recent call last):\n")
    assert stderr.endswith("\nZeroDivisionError: by zero\n")


def test_an_interrupted_start_ends_quietly(tmp_path: Path) -> None:
    """Exit code 130 is for Ctrl-C also while the command line still loads what it needs."""
    program = started(INTERRUPTED, "check", cwd=tmp_path)
    stdout, stderr = program.communicate()
    assert (program.returncode, stdout, stderr.strip()) == (130, "", "Interrupted.")


def test_an_exercise_that_we_could_not_grade_is_our_fault(tmp_path: Path) -> None:
    """Exit code 3 is also for a report with exercises in it that could not be graded."""
    program = started(BROKEN, "planning", "check", hand_in(tmp_path / "mine", {}), "utc_expiry", cwd=tmp_path)
    stdout, stderr = program.communicate()
    assert (program.returncode, stderr) == (3, "")
    told = "This could not be graded, and that is not your fault: ZeroDivisionError: by zero"
    assert told in " ".join(stdout.split())
    assert "0 of 0 points" in stdout


@pytest.mark.skipif(os.name != "posix", reason="the system has no signals to interrupt with")
def test_an_interrupted_run_ends_quietly(tmp_path: Path) -> None:
    """Exit code 130 is for Ctrl-C, while a program that never ends is run: no report and no traceback."""
    folder = hand_in(tmp_path / "mine", {"utc_expiry.py": "while True:\n    pass\n"})
    program = started(ANNOUNCED, "check", folder, "utc_expiry", cwd=tmp_path)
    assert program.stderr
    assert program.stderr.readline() == "running\n"
    program.send_signal(signal.SIGINT)
    stdout, stderr = program.communicate()
    assert (program.returncode, stdout, stderr.strip()) == (130, "", "Interrupted.")
