"""What the Tab key offers: commands, exercises, misconceptions, and folders where they can be named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import BashComplete
from support import EXERCISES, environment

from grader.cli.app import grader

TYPED = "import sys; sys.argv = ['grader']; from grader.cli import main; main()"


@pytest.mark.parametrize(
    ("words", "begun", "offered"),
    [
        ([], "wa", {"watch"}),
        (["watch"], "ut", {"utc_expiry"}),
        (["hint"], "token_o", {"token_output"}),
        (["reset"], "asym", {"asymmetric_keys"}),
        (["list", "purpose"], "log", {"login_endpoint"}),
        (["check"], "utc", {"utc_expiry"}),
        (["check"], "elsewhere", {"elsewhere"}),
        (["check", "."], "utc", {"utc_expiry"}),
        (["quiz", "--exercise"], "utc", {"utc_expiry"}),
        (["prove"], "utc", {"utc_expiry"}),
        (["prove", "--exercises", str(EXERCISES)], "utc", {"utc_expiry"}),
        (["prove", "--exercises", "nowhere"], "utc", set()),
        (["explain"], "local", {"local_time"}),
        (["explain"], "utc_expiry", set()),
    ],
)
def test_what_is_offered(words: list[str], begun: str, offered: set[str]) -> None:
    """Names that begin with what was typed, of the kind that belongs there."""
    found = BashComplete(grader, {}, "grader", "_GRADER_COMPLETE").get_completions(words, begun)
    assert {item.value for item in found} == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_ask(shell: str, tmp_path: Path) -> None:
    """The shell's own script asks the program, which answers and does nothing else."""
    asked = {"_GRADER_COMPLETE": f"{shell}_complete", "COMP_WORDS": "grader hint utc", "COMP_CWORD": "2"}
    asked |= {"COMP_CWORD": "utc"} if shell == "fish" else {}
    done = subprocess.run(
        [sys.executable, "-c", TYPED],
        cwd=tmp_path,
        env=environment(**asked),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "utc_expiry" in done.stdout
    assert "purpose" not in done.stdout
