"""Exercises as pytest items: `pytest --submission=DIR` grades a folder of answers, one item for each check.

Without `--submission` nothing here does anything, and nothing that grading needs is imported.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from grader import __version__
from grader.pytest_items import Check, ExerciseFile

if TYPE_CHECKING:
    from grader.report import ExerciseReport
    from grader.submission import Submission

LEVELS = ("process", "limits", "partial", "kernel")
"""See grader.sandbox.isolation, which is too heavy to import where nothing is graded."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add our options."""
    group = parser.getgroup("jwt-grader")
    group.addoption("--submission", metavar="DIR", help="Grade the answers in this folder or archive.")
    group.addoption("--grader-hidden", action="store_true", help="Collect checks that students do not see, too.")
    group.addoption("--grader-exercises", metavar="DIR", help="Take the exercises from here, not the built-in ones.")
    group.addoption("--grader-require-isolation", metavar="LEVEL", choices=LEVELS, help="Refuse to run code below it.")
    group.addoption("--grader-seed", metavar="N", type=int, help="Repeat a run exactly: the seed that it showed.")


def pytest_load_initial_conftests(early_config: pytest.Config, args: list[str]) -> None:
    """Have exercises collected, and keep Python and pytest from importing what is in the submission's folder."""
    options = early_config.known_args_namespace
    if options.submission is None:
        return
    sys.path[:] = [entry for entry in sys.path if not _same(entry, options.submission)]  # `python -m pytest` adds it
    os.environ["PYTHONSAFEPATH"] = "1"  # and so do the interpreters that pytest-xdist starts
    exercises = _exercises_folder(options.grader_exercises)
    options.noconftest = True  # the exercises may be below the submission, in its virtual environment
    options.confcutdir = str(exercises)  # the folders above it are not gone through
    here = early_config.invocation_params.dir
    paths = {name: _path(name, here, exercises) for name in options.file_or_dir}
    args[:] = [paths.get(arg, arg) for arg in args] if paths else [*args, str(exercises)]


def pytest_configure(config: pytest.Config) -> None:
    """Begin grading if there is something to grade; raises pytest.UsageError if that is impossible here."""
    if config.option.submission is None:
        return
    from grader import grading, submission
    from grader.errors import GraderError
    from grader.sandbox import isolation, process

    process.prepare()
    exercises = _exercises_folder(config.option.grader_exercises)
    files = [*exercises.glob("*.yaml"), *(Path(arg.partition("::")[0]) for arg in config.args if ".yaml" in arg)]
    _refuse_to_be_steered(config)
    try:
        isolation.require(config.option.grader_require_isolation, "--grader-require-isolation")
        handed_in = submission.read(Path(config.option.submission), sorted({file.stem for file in files}))
    except GraderError as error:
        raise pytest.UsageError(str(error)) from error
    given = getattr(config, "workerinput", {}).get("grader_seed", config.option.grader_seed)
    seed = grading.new_seed() if given is None else given
    config.pluginmanager.register(Grading(exercises, config.option.submission, handed_in, seed))


@dataclass(eq=False)
class Grading:
    """Hooks of a session that grades; each exercise is graded once."""

    exercises: Path
    folder: str
    submission: Submission
    seed: int
    reports: dict[Path, ExerciseReport] = field(default_factory=dict)

    def pytest_report_header(self) -> str:
        """Say what is graded."""
        return f"jwt-grader {__version__}, submission {self.folder}, seed {self.seed}"

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:  # noqa: ANN401 - pytest-xdist has no types
        """Give a worker of pytest-xdist our seed."""
        node.workerinput["grader_seed"] = self.seed

    def pytest_ignore_collect(self, collection_path: Path) -> bool | None:
        """Pass over everything but exercises, such as tests beside them."""
        return True if collection_path.is_file() and collection_path.suffix != ".yaml" else None

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """Collect the YAML files of the exercises' folder, and others only when they are named."""
        asked_for = parent.session.isinitpath(file_path) or _same(file_path.parent, self.exercises)
        if file_path.suffix != ".yaml" or not asked_for:
            return None
        nodeid = f"{file_path.parent.name}/{file_path.name}"  # the same wherever pytest runs
        return ExerciseFile.from_parent(parent, path=file_path, nodeid=nodeid)

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Put the exercises in their order, which is not that of their names."""
        items.sort(key=lambda item: item.exercise.position if isinstance(item, Check) else 0)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Grade before pytest looks for marks: it is by a mark that a check is skipped."""
        from grader import grading

        if isinstance(item, Check):
            if item.path not in self.reports:
                graded = grading.grade_exercise(item.exercise, self.submission, seed=self.seed)
                self.reports[item.path] = graded if item.config.option.grader_hidden else graded.public()
            item.receive(self.reports[item.path])

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> Generator[None]:
        """Print the sum below everything else."""
        yield
        for line in _summary(terminalreporter.stats, self.seed):
            terminalreporter.write_line(line)


def _exercises_folder(given: str | None) -> Path:
    from grader import catalog

    return Path(given or catalog.builtin_folder()).absolute()


def _same(path: str | Path, other: str | Path) -> bool:
    return os.path.realpath(path) == os.path.realpath(other)


def _path(name: str, here: Path, exercises: Path) -> str:
    """Give the path of an exercise that is named by its id, which need not be a path from here."""
    file, *parts = name.split("::")
    own = exercises / Path(file).name
    is_id = not (here / file).exists() and Path(file).parent.name == exercises.name and own.exists()
    return "::".join([str(own), *parts]) if is_id else name


def _refuse_to_be_steered(config: pytest.Config) -> None:
    """Stop where pytest took its settings from the submission: it took the folder for one of tests."""
    folder, here = Path(config.option.submission).resolve(), config.invocation_params.dir.resolve()
    if config.inipath and _same(config.inipath.parent, folder) and folder not in (here, *here.parents):
        given = config.option.submission
        raise pytest.UsageError(f"{config.inipath} would steer pytest. Write --submission={given}, with the `=`.")


def _summary(stats: Mapping[str, Iterable[object]], seed: int) -> Iterator[str]:
    """Yield how to see the same failures again, and the sum of the points of all checks that ran."""
    reports = [report for each in stats.values() for report in each if isinstance(report, pytest.TestReport)]
    checks: dict[str, dict[str, Any]] = {report.nodeid: dict(report.user_properties) for report in reports}
    points = [check["points"] for check in checks.values() if "max_points" in check]
    most = [check["max_points"] for check in checks.values() if "max_points" in check]
    if any(report.failed for report in reports):
        yield f"the same again: --grader-seed={seed}"
    if most:
        yield f"points: {sum(points):g} of {sum(most):g}"
