"""Which CI system this is a run of, as its variables and folders tell, and which reports it looks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from grader.reporters.classroom50 import VARIABLES
from grader.text import clean

JUNIT_FILE = Path("jwt-grader.xml")
RESULT_FILE = Path("result.json")
LONGEST_WAY = 1000


@dataclass(frozen=True)
class Wanted:
    """A report to be given: its format, and the file to write it to or add it to; without one it is for the screen."""

    name: str
    file: Path | None = None
    added: bool = False

    def __str__(self) -> str:
        """Write it as the option that asks for it."""
        return f"{self.name}={self.file}" if self.file else self.name


@dataclass(frozen=True)
class System:
    """A CI system, and the reports that it looks for beside what is on the screen."""

    name: str
    reports: tuple[Wanted, ...]


def place(folder: Path, variables: Mapping[str, str]) -> str:
    """Give the way from the repository's root to the submission, as reports name files; empty for the root itself."""
    root = Path(variables.get("GITHUB_WORKSPACE") or variables.get("CI_PROJECT_DIR") or ".")
    if not folder.is_dir() or not folder.resolve().is_relative_to(root.resolve()):
        return ""
    way = folder.resolve().relative_to(root.resolve()).as_posix()
    return "" if way == "." else f"{clean(way, LONGEST_WAY)}/"


def known(variables: Mapping[str, str]) -> Mapping[str, str]:
    """Give what reports need to know of this run."""
    return {name: clean(variables[name], LONGEST_WAY) for name in VARIABLES.values() if variables.get(name)}


def systems(variables: Mapping[str, str], autograder: Path = Path("/autograder")) -> Iterator[System]:
    """Yield all systems that this is a run of: Classroom 50 runs within GitHub Actions."""
    if variables.get("GITHUB_ACTIONS") == "true":
        summary = variables.get("GITHUB_STEP_SUMMARY")
        added = (Wanted("markdown", Path(summary), added=True),) if summary else ()
        yield System("GitHub Actions", (Wanted("github"), *added))
    if all(variables.get(name) for name in ("CLASSROOM", "ASSIGNMENT", "SUBMISSION_TAG")):
        yield System("Classroom 50", (Wanted("classroom50", RESULT_FILE),))
    if variables.get("GITLAB_CI"):
        yield System("GitLab CI", (Wanted("gitlab", JUNIT_FILE),))
    if variables.get("JENKINS_URL"):
        yield System("Jenkins", (Wanted("junit", JUNIT_FILE),))
    if (autograder / "submission").is_dir() and (autograder / "results").is_dir():
        yield System("Gradescope", (Wanted("gradescope", autograder / "results" / "results.json"),))
