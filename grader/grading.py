"""The pipeline: a submission graded, exercise by exercise; each stage is a call that you can read here.

Data flows one way. Only `sandbox.run` runs what the student wrote, and it never learns what is expected.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import random
import secrets
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import compress
from typing import Literal, TypeAlias

from grader import hints, workspace
from grader.catalog import Catalog
from grader.errors import GraderError
from grader.evidence import Evidence
from grader.exercise import Exercise, Question, Task
from grader.judge.case import Case
from grader.judge.diagnosis import diagnose
from grader.judge.judging import judge, not_attempted, refused
from grader.labels import Label
from grader.plan import Step, plan
from grader.report import CheckResult, Diagnosis, ExerciseReport, Report
from grader.sandbox import isolation, process, supervisor
from grader.submission import ANSWERS, Submission
from grader.text import clean
from grader.verbs import Check

Run: TypeAlias = Callable[[str, bytes, Iterable[Step]], Evidence]
FOR_OTHERS = "This was packed for another version of the exercises, and graded by the present one."
ANSWER_TITLE = "your answer to the question"
LIBRARIES = {"pyjwt": "PyJWT", "freezegun": "freezegun", "fastapi": "fastapi"}


def new_seed() -> int:
    """Draw a seed that no student can foresee."""
    return secrets.randbits(64)


def grade(catalog: Catalog, submission: Submission, *, seed: int, run: Run = supervisor.run) -> Report:
    """Grade a submission; the exercises are independent of each other, and side by side where there are cores."""
    pool = ThreadPoolExecutor(os.cpu_count() or 1)
    if any(
        exercise.task and exercise.task.serves for exercise in catalog.exercises if exercise.file in submission.files
    ):
        process.prepare(web=True)
    try:
        isolated = pool.submit(isolation.level)
        graded = pool.map(lambda exercise: grade_exercise(exercise, submission, seed=seed, run=run), catalog.exercises)
        reports = tuple(graded)
    except BaseException:  # interrupted: nothing that still runs may make the user wait
        pool.shutdown(wait=False, cancel_futures=True)
        process.stop()
        raise
    pool.shutdown()
    others = submission.packed_for not in ("", catalog.digest)
    notes = (*submission.notes, FOR_OTHERS) if others else submission.notes
    return Report(reports, versions(), catalog.digest, isolated.result(), seed, notes)


def grade_exercise(
    exercise: Exercise, submission: Submission, *, seed: int, run: Run = supervisor.run
) -> ExerciseReport:
    """Grade one exercise of a submission.

    A fault of ours is a verdict of its own, which takes the exercise out of the sum; it costs neither these points
    nor any other exercise.
    """
    try:
        return _grade(exercise, submission, seed, run)
    except Exception as error:
        if os.environ.get("GRADER_DEBUG"):
            raise
        message = str(error) if isinstance(error, GraderError) else f"{type(error).__name__}: {clean(str(error))}"
        return _ours(exercise, f"This could not be graded, and that is not your fault: {message}")


def _grade(exercise: Exercise, submission: Submission, seed: int, run: Run) -> ExerciseReport:
    chance = random.Random(f"{seed}:{exercise.slug}")  # noqa: S311 - drawn from a secret seed, and not for cryptography
    results: tuple[CheckResult, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    if exercise.question:
        results += (_answer(exercise.slug, exercise.question, submission),)
    if exercise.task:
        done, diagnoses = _do(exercise.file, exercise.task, submission, chance, run)
        results += _as_seen(exercise.task.checks, done)
    report = ExerciseReport(exercise.slug, exercise.title, exercise.file, results, diagnoses, "", exercise.explanation)
    first = report.first_failed
    handed_in = first and first.part == "task" and exercise.file in submission.files
    return replace(report, hint=hints.for_check(exercise, first.id)) if first and handed_in else report


def _ours(exercise: Exercise, message: str) -> ExerciseReport:
    done = (CheckResult(check.id, check.title, "task", "grader_error", 0.0, message) for check in exercise.checks)
    results = list(_as_seen(exercise.checks, done))
    if exercise.question:
        results.insert(0, CheckResult("answer", ANSWER_TITLE, "question", "grader_error", 0.0, message))
    return ExerciseReport(exercise.slug, exercise.title, exercise.file, tuple(results))


def _as_seen(checks: Iterable[Check], results: Iterable[CheckResult]) -> tuple[CheckResult, ...]:
    """Mark the results of checks that students do not see."""
    visibility = {check.id: check.visibility for check in checks}
    shown = ((result, visibility[result.id]) for result in results)
    return tuple(result if seen == result.visibility else replace(result, visibility=seen) for result, seen in shown)


def versions() -> Mapping[str, str]:
    """Tell what a verdict may depend on; a library that is not installed is left out."""
    found = {"python": platform.python_version()}
    for name, distribution in LIBRARIES.items():
        try:
            found[name] = importlib.metadata.version(distribution)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def _answer(slug: str, question: Question, submission: Submission) -> CheckResult:
    """Compare the letter that was chosen; a wrong one is answered with that option's own reason."""

    def result(status: Literal["passed", "failed", "not_attempted"], message: str = "") -> CheckResult:
        line, column = submission.places.get(slug, (None, None))
        return CheckResult("answer", ANSWER_TITLE, "question", status, question.points, message, line, column=column)

    if ANSWERS in submission.problems:
        return result("failed", submission.problems[ANSWERS])
    given = submission.answers.get(slug)
    if given is None:
        return result("not_attempted", f"Not answered yet: write `{slug}: ` and a letter into {ANSWERS}.")
    letter = str(given).strip().upper().rstrip(".)")
    if letter not in question.options:
        letters = ", ".join(question.options)
        return result("failed", f"{ANSWERS}: `{clean(str(given), 40)}` is none of the letters {letters}.")
    if letter != question.answer:
        return result("failed", f"{letter} is not it. {question.options[letter].because}")
    return result("passed")


def _do(
    file: str, task: Task, submission: Submission, chance: random.Random, run: Run
) -> tuple[tuple[CheckResult, ...], tuple[Diagnosis, ...]]:
    """Run what was handed in, judge what was observed, and explain what failed."""
    if file in submission.problems:
        return refused(task.checks, submission.problems[file]), ()
    if file not in submission.files:
        return not_attempted(task.checks, f"Not handed in yet: there is no {file} in this folder."), ()
    if workspace.same_text(submission.files[file], task.starter):  # nobody has tried anything, or made a mistake
        return not_attempted(task.checks, f"Not begun yet: {file} is as it was at the beginning."), ()
    as_script = task.runs == "script"
    steps = plan(task.steps, as_script=as_script, chance=chance, environment=task.environment)
    evidence = run(file, submission.files[file], steps)
    results = judge(task.checks, evidence)
    whole = Case(task.checks, results, evidence, submission.own_modules)
    return results, _with_visibility(diagnose(whole, task.misconceptions), whole, task.misconceptions)


def _with_visibility(diagnoses: tuple[Diagnosis, ...], case: Case, labels: tuple[Label, ...]) -> tuple[Diagnosis, ...]:
    """Hide each misconception that only explains why a hidden check failed; tell the others from what is visible."""
    seen = [check.visibility == "visible" for check in case.checks]
    if all(seen):
        return diagnoses
    checks, results = tuple(compress(case.checks, seen)), tuple(compress(case.results, seen))
    failed = any(result.status == "failed" for result in results)
    public = diagnose(replace(case, checks=checks, results=results), labels) if failed else ()
    visible = {diagnosis.label: diagnosis for diagnosis in public}
    return tuple(visible.get(each.label, replace(each, visibility="hidden")) for each in diagnoses)
