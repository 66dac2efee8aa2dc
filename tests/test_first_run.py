"""The first day on a machine that is not like ours, as far as one can be made like it: no fork, few characters, CRLF.

It is a folder with a space and an accent in its name, files as a Windows editor writes them, and a console that has
not all signs; each program gets a process that is started for it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from support import SOLUTIONS, environment

WITHOUT_FORK = """
from grader.sandbox import process
process.CAN_FORK = False
from grader.cli import main
main()
"""
MARK = b"\xef\xbb\xbf"
CONSOLES = {
    "cp1252": {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


def typed(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command where there is no fork."""
    command = [sys.executable, "-W", "error", "-c", WITHOUT_FORK, *arguments]
    return subprocess.run(command, cwd=cwd, env=environment(**variables), capture_output=True, check=False)


def windows(content: bytes) -> bytes:
    """Give a text as Notepad writes it."""
    return MARK + content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


@pytest.mark.parametrize("variables", CONSOLES.values(), ids=CONSOLES)
def test_from_the_folder_to_full_marks(tmp_path: Path, variables: dict[str, str]) -> None:
    """A folder is made, a mistake is named, the right answer gets full marks, and the way on is told."""
    begun = typed("init", "mes exercices \u00e9", cwd=tmp_path, **variables)
    assert (begun.returncode, begun.stderr) == (0, b"")
    (mine,) = tmp_path.iterdir()
    wrong = (SOLUTIONS / "rejected" / "purpose" / "secret_in_payload.py").read_bytes()
    (mine / "purpose.py").write_bytes(windows(wrong))
    told = typed("check", "purpose", cwd=mine, **variables)
    assert (told.returncode, told.stderr) == (1, b"")
    assert b"secret_in_payload  The claim `password` gives a secret away" in told.stdout
    (mine / "purpose.py").write_bytes(windows((SOLUTIONS / "reference" / "purpose.py").read_bytes()))
    answers = (mine / "answers.yaml").read_bytes()
    (mine / "answers.yaml").write_bytes(windows(answers.replace(b"\npurpose:\n", b"\npurpose: D\n")))
    done = typed("watch", cwd=mine, **variables)  # which is one check where nobody watches
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"  +  purpose" in done.stdout
    assert b"8 of 8 points" in done.stdout
    assert b"To go on: `grader list import_encode`" in done.stdout
