"""Other environments: how their requirements are told apart, and what is said when one cannot be built."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support import ROOT, run_grader

from grader import environment
from grader.errors import UsageError

CONFLICT = """\
ERROR: Cannot install jwt-grader==0.1.0 and pyjwt==2.4.0 because these package versions have conflicting dependencies.
ERROR: ResolutionImpossible: for help visit https://pip.pypa.io/
"""


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("pyjwt==2.8.0", ["pyjwt==2.8.0"]),
        ("pyjwt==2.8.0 fastapi==0.115.0", ["pyjwt==2.8.0", "fastapi==0.115.0"]),
        ("pyjwt==2.8.0, fastapi==0.115.0", ["pyjwt==2.8.0", "fastapi==0.115.0"]),
        ("  pyjwt==2.8.0,fastapi==0.115.0 ", ["pyjwt==2.8.0", "fastapi==0.115.0"]),
        ("pyjwt>=2.8,<2.9 fastapi", ["pyjwt>=2.8,<2.9", "fastapi"]),
    ],
)
def test_requirements_are_told_apart(text: str, needed: list[str]) -> None:
    """Spaces and commas part the libraries; the bounds of one library stay together."""
    assert environment.requirements(text) == needed


def printing(text: str, code: int, commands: list[list[str]]) -> Any:
    """Give what takes the place of running a command: it notes the command, and ends as told."""

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return subprocess.CompletedProcess(command, code, "", text)

    return run


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        (
            CONFLICT,
            CONFLICT.partition("\n")[0].removeprefix("ERROR: "),
        ),
        ("ERROR: a\nERROR: No matching distribution found for x==1\n", "No matching distribution found for x==1"),
        ("Killed\n", "pip failed."),
    ],
)
def test_what_cannot_be_built_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printed: str, reason: str
) -> None:
    """Of all that pip says, the reason is shown."""
    monkeypatch.setattr("venv.create", lambda *_, **__: None)
    monkeypatch.setattr("subprocess.run", printing(printed, 1, []))
    with pytest.raises(UsageError) as caught:
        environment.build(tmp_path, ["pyjwt==2.4.0", "x"])
    assert str(caught.value) == f"An environment with pyjwt==2.4.0 x cannot be built: {reason}"


def test_an_environment_gets_the_grader_and_what_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a checkout its sources are installed, beside the libraries, and its Python proves."""
    commands: list[list[str]] = []
    monkeypatch.setattr("venv.create", lambda *_, **__: None)
    monkeypatch.setattr("subprocess.run", printing("", 0, commands))
    python = environment.build(tmp_path, ["pyjwt==2.8.0"])
    assert commands[0][-2:] == [str(ROOT), "pyjwt==2.8.0"]
    assert python.is_relative_to(tmp_path)
    assert environment.prove(python, ["purpose"]) == 0
    assert commands[1] == [str(python), "-m", "grader", "prove", "purpose"]


def test_no_environment_without_a_place_for_it(tmp_path: Path) -> None:
    """Where a folder cannot be made, that is told."""
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="No environment can be made in "):
        environment.build(tmp_path / "file", ["pyjwt"])


@pytest.mark.skipif(sys.platform == "win32", reason="slow there")
def test_a_requirement_that_is_none_is_told(tmp_path: Path) -> None:
    """On the command line, too, an environment that cannot be built is one sentence and exit code 2."""
    done = run_grader("prove", "--against", "pyjwt==", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("An environment with pyjwt== cannot be built: ")
    assert done.stderr.count("\n") == 1
