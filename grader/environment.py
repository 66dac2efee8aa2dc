"""Another environment of this Python, with other versions of libraries, and the proof carried out in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from grader import __version__
from grader.errors import UsageError

NOT_INHERITED = {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV"}


def requirements(text: str) -> list[str]:
    """Split what one environment needs: `pyjwt==2.8.0 fastapi==0.115`, with spaces or commas between.

    A comma also stands between two bounds of one library, as in `pyjwt>=2.8,<2.9`: a bound is no name.
    """
    return re.split(r"\s+|,(?=\s*[A-Za-z])", text.strip().replace(", ", ","))


def build(folder: Path, needed: Sequence[str]) -> Path:
    """Make an environment with the grader and what is needed; gives its Python. Raises UsageError with pip's reason."""
    try:
        venv.create(folder, with_pip=True)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise UsageError(f"No environment can be made in {folder}: {error}") from error
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", _this(), *needed]
    done = subprocess.run(pip, cwd=folder, env=_environment(), check=False, capture_output=True, encoding="utf-8")  # noqa: S603 - what its user asked for
    if done.returncode:
        raise UsageError(f"An environment with {' '.join(needed)} cannot be built: {_reason(done.stderr)}")
    return python


def prove(python: Path, arguments: Sequence[str]) -> int:
    """Prove in an environment, on the same screen; gives the exit code."""
    command = [str(python), "-m", "grader", "prove", *arguments]
    return subprocess.run(command, cwd=python.parent, env=_environment(), check=False).returncode  # noqa: S603 - ours


def _reason(printed: str) -> str:
    """Give the last thing that pip found wrong; where versions conflict, what comes last is an address for help."""
    faults = [line.partition(":")[2].strip() for line in printed.splitlines() if line.startswith("ERROR:")]
    return next((fault for fault in reversed(faults) if not fault.startswith("ResolutionImpossible")), "pip failed.")


def _this() -> str:
    """Name what is to be installed: the sources, where this runs from a checkout, else the same version."""
    checkout = Path(__file__).parents[1]
    return str(checkout) if (checkout / "pyproject.toml").is_file() else f"jwt-grader=={__version__}"


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in NOT_INHERITED}
