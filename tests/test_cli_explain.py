"""`grader explain` as users start it: the list of misconceptions, one of them in full, and what is not known."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from rich.console import Console
from support import run_grader

from grader import explaining, lexicon
from grader.labels import Label
from grader.reporters import explanation

GOLDEN = Path(__file__).with_name("golden") / "explain.txt"


def test_a_misconception_in_full(tmp_path: Path) -> None:
    """What happens, what to do, the rule and the link, then both programs with what they did: word for word."""
    done = run_grader("explain", "local_time", "--seed", "1", cwd=tmp_path, TZ="Asia/Kolkata")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == GOLDEN.read_text(encoding="utf-8")


def test_all_are_listed(tmp_path: Path) -> None:
    """Each has a line under one of a few headings, and the last line says how to go on."""
    done = run_grader("explain", cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert lines[:3] == ["", "  Python stops", "    syntax_error            Python cannot read the file"]
    assert lines[-2:] == ["  Read one in full, and see it happen, with `grader explain LABEL`.", ""]
    listed = [match[1] for line in lines if (match := re.match(r" {4}(\w+) {2,}\S", line))]
    assert sorted(listed) == sorted(get_args(Label))
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("local_tim", "There is no misconception 'local_tim'; did you mean 'local_time'?"),
        ("", "There is no misconception '': `grader explain` lists them all."),
        ("zzz", "There is no misconception 'zzz': `grader explain` lists them all."),
    ],
)
def test_an_unknown_label_is_told_in_a_sentence(tmp_path: Path, label: str, told: str) -> None:
    """Exit code 2, and the label that may have been meant."""
    done = run_grader("explain", label, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{told}\n")


def test_a_console_of_ascii_gets_plain_signs(tmp_path: Path) -> None:
    """Where signs cannot be shown, ASCII stands in their places."""
    done = run_grader("explain", "returns_bytes", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()
    assert "\n  x wrong.py\n" in done.stdout
    assert "\n  + right.py\n" in done.stdout


def test_a_mistake_that_does_not_show_is_not_claimed() -> None:
    """Where another library than usual is installed, the example may do what it should not: then that is said."""
    example = lexicon.read("wrong_package")
    harmless = example.model_copy(update={"wrong": example.right})
    console = Console(width=80, color_system=None)
    with console.capture() as captured:
        console.print(explanation.layout(explaining.explain("wrong_package", harmless, seed=1)))
    told = [line.strip() for line in captured.get().splitlines()]
    assert told[3:5] == [
        "On this machine the wrong example does not show it: a library is another one",
        "than usual.",
    ]
