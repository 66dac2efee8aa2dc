"""The pipeline from end to end: what is handed in is run in processes of its own, judged and explained."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from support import POINTS, SLUGS, SOLUTIONS, exercises, failed, labels, part, reference

from grader import grading
from grader.errors import SandboxError
from grader.evidence import Evidence
from grader.plan import Step
from grader.report import Report
from grader.sandbox import supervisor
from grader.submission import Submission

WRONG = {
    "purpose": "secret_in_payload",
    "import_encode": "string_user_id",
    "token_output": "prints_extra",
    "default_algorithm": "fixed_answer",
    "utc_expiry": "local_time",
}
"""One misconception for each exercise."""

OURS = "This could not be graded, and that is not your fault:"


def wrong_programs() -> dict[str, bytes]:
    """Give one rejected solution for each exercise."""
    return {slug: (SOLUTIONS / "rejected" / slug / f"{label}.py").read_bytes() for slug, label in WRONG.items()}


def graded(handed_in: Submission, seed: int = 1) -> Report:
    """Grade a submission for all exercises."""
    return grading.grade(exercises(), handed_in, seed=seed)


def test_reference_gets_full_marks() -> None:
    """Right answers and right programs earn every point, and nothing is said against them."""
    report = graded(reference())
    assert (report.points, report.max_points) == (POINTS, POINTS)
    assert [exercise.status for exercise in report.exercises] == ["passed"] * 5
    assert {check.message for exercise in report.exercises for check in exercise.checks} == {""}
    assert [labels(exercise) for exercise in report.exercises] == [[]] * 5


def test_report_names_what_a_verdict_depends_on() -> None:
    """The versions, the exercises, the seed and how well programs were shut in are in the report."""
    report = graded(reference(), seed=7)
    assert report.versions.keys() >= {"python", "pyjwt", "freezegun"}
    assert report.exercises_digest == exercises().digest
    assert report.seed == 7
    assert report.isolation


def test_nothing_handed_in_is_not_attempted_everywhere() -> None:
    """Who has handed in nothing has failed nothing: each check says what to hand in."""
    report = graded(Submission({}, {}))
    assert (report.points, report.max_points) == (0, POINTS)
    assert {check.status for exercise in report.exercises for check in exercise.checks} == {"not_attempted"}
    for slug in SLUGS:
        question, *task = part(report, slug).checks
        assert question.message == f"Not answered yet: write `{slug}: ` and a letter into answers.yaml."
        assert {check.message for check in task} == {f"Not handed in yet: there is no {slug}.py in this folder."}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_starter_is_no_attempt(newline: str) -> None:
    """A file that nobody has touched is not run, however its lines end: no mistake is found in it, and no point."""
    starters = {each.file: each.task.starter for each in exercises().exercises if each.task}
    untouched = {file: starter.replace("\n", newline).encode() for file, starter in starters.items()}
    report = graded(Submission(untouched, {}))
    assert (report.points, report.max_points) == (0, POINTS)
    for slug in SLUGS:
        _, *task = part(report, slug).checks
        told = f"Not begun yet: {slug}.py is as it was at the beginning."
        assert {(check.status, check.message) for check in task} == {("not_attempted", told)}


def test_each_wrong_program_is_diagnosed_with_its_own_mistake() -> None:
    """Five wrong programs in one submission are told apart, and each is explained by its one misconception."""
    report = graded(reference(**wrong_programs()))
    assert {exercise.slug: labels(exercise) for exercise in report.exercises} == {
        slug: [label] for slug, label in WRONG.items()
    }
    assert [exercise.status for exercise in report.exercises] == ["failed"] * 5


@pytest.mark.parametrize("slug", SLUGS)
def test_a_wrong_program_costs_nothing_else(slug: str) -> None:
    """The exercises do not depend on each other, and the question is answered whatever the program does."""
    report = graded(reference(**{slug: wrong_programs()[slug]}))
    assert [exercise.slug for exercise in report.exercises if exercise.status != "passed"] == [slug]
    assert part(report, slug).checks[0].status == "passed"
    assert report.points == POINTS - sum(
        check.max_points for check in part(report, slug).checks if check.status != "passed"
    )


def test_a_hint_is_for_who_has_begun() -> None:
    """The first hint goes with a program that was handed in, and is kept back until then."""
    task = exercises().select(["purpose"]).exercises[0]
    assert part(graded(reference(purpose="x = 1\n")), "purpose").hint == task.hints[0]
    assert part(graded(Submission({}, {"purpose": "A"})), "purpose").hint == ""


def test_a_wrong_answer_costs_its_own_point_only() -> None:
    """The question and the task of an exercise do not depend on each other."""
    report = graded(Submission(reference().files, {**reference().answers, "utc_expiry": "D"}))
    assert report.points == POINTS - 1
    assert [check.id for check in failed(part(report, "utc_expiry"))] == ["answer"]


def test_only_the_chosen_exercises_are_graded() -> None:
    """A report on one exercise has the points of that one alone."""
    report = grading.grade(exercises().select(["purpose"]), reference(), seed=1)
    assert [exercise.slug for exercise in report.exercises] == ["purpose"]
    assert report.max_points == 8


@pytest.mark.parametrize(
    ("error", "told"),
    [
        pytest.param(ZeroDivisionError("by zero"), f"{OURS} ZeroDivisionError: by zero", id="fault of ours"),
        pytest.param(SandboxError("No process."), f"{OURS} No process.", id="fault that we know"),
    ],
)
def test_a_fault_of_ours_takes_the_exercise_out_of_the_sum(error: Exception, told: str) -> None:
    """What we cannot grade costs no points and gives none, says that it is our fault, and spoils nothing else."""

    def run(file: str, source: bytes, steps: Iterable[Step]) -> Evidence:
        if file == "utc_expiry.py":
            raise error
        return supervisor.run(file, source, steps)

    report = grading.grade(exercises(), reference(), seed=1, run=run)
    exercise = part(report, "utc_expiry")
    assert exercise.status == "grader_error"
    assert {(check.status, check.message, check.max_points) for check in exercise.checks} == {("grader_error", told, 0)}
    known = part(graded(reference()), "utc_expiry").checks
    assert [(check.id, check.title, check.part) for check in exercise.checks] == [
        (c.id, c.title, c.part) for c in known
    ]
    assert (report.points, report.max_points) == (POINTS - 6, POINTS - 6)
    assert {part(report, slug).status for slug in SLUGS if slug != "utc_expiry"} == {"passed"}


def test_a_fault_of_ours_can_be_seen_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who debugs the grader gets the exception itself."""

    def run(file: str, source: bytes, steps: Iterable[Step]) -> Evidence:  # noqa: ARG001 - the signature of a run
        raise ZeroDivisionError

    monkeypatch.setenv("GRADER_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        grading.grade_exercise(exercises().exercises[0], reference(), seed=1, run=run)
