"""The programs that are compared, and the proof that each does the work: it passes what is right and only that."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SOLUTIONS = HERE.parents[1] / "solutions"
ONE = "utc_expiry"
ANSWERS = "answers.yaml"

WRONG = {
    "purpose.py": ("secret_in_payload", "accepts_anyone", "response_shape"),
    "import_encode.py": ("hard_coded_secret", "string_user_id"),
    "token_output.py": ("prints_extra", "wrong_claim_name"),
    "default_algorithm.py": ("names_algorithm", "fixed_answer", "alg_none"),
    "utc_expiry.py": ("import_time_exp", "seconds_for_minutes", "string_user_id", "hard_coded_secret", "no_exp"),
}
"""Rejected solutions that every contender must fail. (`local_time` is none of them: freezegun hides it.)"""

HINDRANCES = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "PYTHONUNBUFFERED", "PYTEST_ADDOPTS")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in HINDRANCES}
ENVIRONMENT |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "NO_COLOR": "1"}
"""Each is to be as quick as it can be: with compiled files at hand, and without what plugins happen to be here."""


class BenchmarkError(Exception):
    """A contender does not do what it is timed for."""


@dataclass(frozen=True)
class Contender:
    """A command that checks the submission in its working folder; when it fails it, it leaves 1 and prints the mark."""

    name: str
    command: tuple[str, ...]
    mark: str

    def run(self, folder: Path) -> subprocess.CompletedProcess[str]:
        """Run it to its end, and keep what it says."""
        return subprocess.run(
            self.command,
            cwd=folder,
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )

    def expect(self, folder: Path, *, passing: bool, what: str) -> None:
        """Raise BenchmarkError unless it passes, or fails, the submission in a folder."""
        done = self.run(folder)
        if (done.returncode, passing or self.mark in done.stdout) != (0 if passing else 1, True):
            verb = "pass" if passing else "fail"
            sentence = f"{self.name} does not {verb} {what}: it left exit code {done.returncode} and said"
            raise BenchmarkError(f"{sentence}\n{done.stdout}")


@dataclass(frozen=True)
class Work:
    """One amount of work, the contenders for it with the grader first, and the files that it is about."""

    title: str
    contenders: tuple[Contender, ...]
    files: tuple[str, ...]

    def prove(self) -> None:
        """Raise BenchmarkError unless all contenders pass the reference and fail what is wrong with each file."""
        for contender in self.contenders:
            with submission() as folder:
                contender.expect(folder, passing=True, what="the reference")
            for file in self.files:
                for label in WRONG[file]:
                    with submission() as folder:
                        shutil.copy(SOLUTIONS / "rejected" / Path(file).stem / f"{label}.py", folder / file)
                        contender.expect(folder, passing=False, what=f"{Path(file).stem}/{label}")
            with submission() as folder:
                _spoil_answer(folder / ANSWERS, Path(self.files[-1]).stem)
                contender.expect(folder, passing=False, what="a wrong answer")


@contextmanager
def submission() -> Iterator[Path]:
    """Give a copy of the reference: whoever imports from it leaves files there."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copytree(SOLUTIONS / "reference", Path(folder) / "submission"))


def works(check50_python: str) -> tuple[Work, Work]:
    """Give the work on one exercise and that on all, without check50 if that Python has none."""
    one = [_grader(ONE), _pytest(f"check_{ONE}.py")]
    every = [_grader(*(Path(file).stem for file in WRONG)), _pytest()]
    if check50_version(check50_python):
        parts = ("answer", "verifies", "carries_user", "expires")
        one.append(_check50(check50_python, "--target", ONE, *(f"{ONE}_{part}" for part in parts)))
        every.append(_check50(check50_python))
    return (
        Work(f"one exercise ({ONE})", tuple(one), (f"{ONE}.py",)),
        Work(f"all {len(WRONG)} exercises", tuple(every), tuple(WRONG)),
    )


def check50_version(python: str) -> str:
    """Tell which check50 a Python has; empty if it has none."""
    asking = "import importlib.metadata as m; print(m.version('check50'))"
    done = subprocess.run([python, "-c", asking], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _grader(*slugs: str) -> Contender:
    return Contender("grader check", (sys.executable, "-m", "grader", "check", ".", *slugs), "")


def _pytest(file: str = "") -> Contender:
    command = (sys.executable, "-m", "pytest", "-q", str(HERE / "plain_pytest" / file))
    return Contender("pytest with freezegun", command, "")


def _check50(python: str, *target: str) -> Contender:
    command = (python, "-m", "check50", "--dev", str(HERE / "check50_checks"), "--output", "ansi", *target)
    return Contender("check50", command, ":(")


def _spoil_answer(file: Path, slug: str) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    spoilt = [f"{slug}: D" if line.startswith(f"{slug}:") else line for line in lines]
    if spoilt == lines:
        raise BenchmarkError(f"the reference has no answer for {slug}, or it is D")
    file.write_text("\n".join(spoilt), encoding="utf-8")
