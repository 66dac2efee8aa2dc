"""What student code can read of the grader where that is installed among the libraries."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import grader

SHUT_IN = """
import json, sys
from pathlib import Path

from grader.sandbox import lockdown

libraries, outside = map(Path, sys.argv[1:])
lockdown.enter([str(libraries)])


def can(attempt):
    try:
        attempt()
    except OSError:
        return False
    return True


print(json.dumps({
    "outside": can(outside.read_bytes),
    "another library": can((libraries / "another" / "part.py").read_bytes),
    "a module": can((libraries / "module.py").read_bytes),
    "a linked library": can((libraries / "linked" / "part.py").read_bytes),
    "names of libraries": can(lambda: list(libraries.iterdir())),
    "the grader": can((libraries / "grader" / "__init__.py").read_bytes),
    "exercises": can((libraries / "grader" / "exercises" / "one.yaml").read_bytes),
    "the grader by a link": can((libraries / "back" / "grader" / "__init__.py").read_bytes),
}))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="files are out of reach on Linux only")
def test_exercises_and_solutions_are_out_of_reach(tmp_path: Path) -> None:
    """Of an installed grader nothing can be read, and of the libraries beside it everything."""
    libraries, outside = tmp_path / "libraries", tmp_path / "outside.txt"
    package = libraries / "grader"
    shutil.copytree(Path(grader.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    for file in (
        package / "exercises" / "one.yaml",
        libraries / "another" / "part.py",
        libraries / "module.py",
        outside,
    ):
        file.parent.mkdir(exist_ok=True)
        file.write_text("", encoding="utf-8")
    (libraries / "linked").symlink_to(libraries / "another")
    (libraries / "back").symlink_to(libraries)
    done = subprocess.run(
        [sys.executable, "-c", SHUT_IN, str(libraries), str(outside)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(libraries)},
        capture_output=True,
        text=True,
        check=True,
    )
    could = json.loads(done.stdout)
    if could["outside"]:
        pytest.skip("here files are within reach")
    assert [name for name, done in could.items() if done] == [
        "another library",
        "a module",
        "a linked library",
        "names of libraries",
    ]
