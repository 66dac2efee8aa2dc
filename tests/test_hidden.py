"""Hidden checks: a student's report has nothing of them and never says that all passed; an instructor sees them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import MINIMAL, run_grader

from grader import catalog, grading
from grader.errors import ExerciseError
from grader.report import Report
from grader.reporters import REPORTERS
from grader.submission import Submission

HIDDEN = """needs: [runs]}
    - {id: secretive, title: hides something, of: made, hides: $secret, visibility: after_due_date, points: 3}
    - {id: signed, title: is signed, of: made, token: {secret: $secret, algorithms: [HS256]}, visibility: hidden}
"""
LABELS = "[returns_none, secret_in_payload, hard_coded_secret]"
EXERCISE = MINIMAL.replace("needs: [runs]}\n", HIDDEN).replace("[returns_none]", LABELS)
WORDS = ("secretive", "hides something", "is signed", "signed", "secret_in_payload", "hard_coded_secret", "after_due")
RIGHT = "import jwt\ndef make(secret):\n    return jwt.encode({}, secret)\n"
WRONG = 'import jwt\ndef make(secret):\n    return jwt.encode({"k": secret}, "k" * 32)\n'
NONE = "def make(secret):\n    return None\n"


def graded(source: str) -> Report:
    """Grade a program for that exercise."""
    exercise = catalog.read(EXERCISE.encode(), Path("small.yaml"))
    handed_in = Submission({"small.py": source.encode()}, {"small": "A"})
    return grading.grade(catalog.Catalog((exercise,), "digest"), handed_in, seed=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder that is right as far as a student sees."""
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "small.yaml").write_text(EXERCISE, encoding="utf-8")
    assert run_grader("init", "mine", "--exercises", "exercises", cwd=tmp_path).returncode == 0
    (tmp_path / "mine" / "small.py").write_text(WRONG, encoding="utf-8")
    (tmp_path / "mine" / "answers.yaml").write_text("small: A\n", encoding="utf-8")
    return tmp_path / "mine"


@pytest.mark.parametrize(
    "source", [RIGHT, WRONG, NONE, "", "def make(:"], ids=["right", "wrong", "none", "empty", "no"]
)
@pytest.mark.parametrize("name", REPORTERS)
def test_nothing_of_a_hidden_check_is_in_a_students_report(name: str, source: str) -> None:
    """Neither its name nor its points, its verdict, or the misconception that explains it."""
    public = graded(source).public()
    text = REPORTERS[name](public)
    assert not [word for word in WORDS if word in text]
    assert public.max_points == 3
    assert public.withheld


def test_right_and_wrong_look_alike_where_only_hidden_checks_tell() -> None:
    """What a student reads does not depend on how the hidden checks went."""
    for name, render in REPORTERS.items():
        assert render(graded(RIGHT).public()) == render(graded(WRONG).public()), name


def test_an_instructors_report_has_it_all() -> None:
    """Points, verdicts and what explains them are there, with the visibility of each."""
    (exercise,) = graded(WRONG).exercises
    assert [(check.id, check.status, check.visibility) for check in exercise.checks] == [
        ("answer", "passed", "visible"),
        ("runs", "passed", "visible"),
        ("good", "passed", "visible"),
        ("secretive", "failed", "after_due_date"),
        ("signed", "failed", "hidden"),
    ]
    assert {diagnosis.visibility for diagnosis in exercise.diagnoses} == {"hidden"}
    assert exercise.max_points == 7
    (exercise,) = graded(NONE).exercises
    assert [(diagnosis.label, diagnosis.visibility) for diagnosis in exercise.diagnoses] == [
        ("returns_none", "visible")
    ]


def test_what_is_not_hidden_is_told_as_ever() -> None:
    """Without hidden checks a report is public as it is."""
    exercise = catalog.read(MINIMAL.encode(), Path("small.yaml"))
    report = grading.grade(catalog.Catalog((exercise,), ""), Submission({"small.py": NONE.encode()}, {}), seed=1)
    assert report.public() == report


def test_all_passed_is_never_said(folder: Path) -> None:
    """Full public marks end with 0, are remembered as solved, and are said to be that and no more."""
    done = run_grader("check", cwd=folder)
    assert done.returncode == 0
    assert "  · All public checks passed. Others are looked at later.\n" in done.stdout
    assert "  ████████████████████████  3 of 3 points of the public checks\n" in done.stdout
    assert done.stdout.endswith("\n  There is nothing more to do for now.\n\n")
    assert "3 points" not in run_grader("check", "--hidden", cwd=folder).stdout
    assert "1 of 1 solved" in run_grader("list", cwd=folder).stdout
    (folder / "small.py").write_text(NONE, encoding="utf-8")
    shown = run_grader("check", cwd=folder).stdout
    assert "  2 of 3 points of the public checks\n" in shown
    assert "  · Others are looked at later.\n" in shown
    assert "All public checks passed" not in shown


def test_gradescope_gets_the_visibility_and_shows_nothing_too_soon() -> None:
    """What a hidden check found is in its own test only, which Gradescope keeps until it is due."""
    tests = json.loads(REPORTERS["gradescope"](graded(WRONG)))["tests"]
    assert [test["visibility"] for test in tests] == ["visible", "visible", "visible", "after_due_date", "hidden"]
    assert [test["max_score"] for test in tests] == [1, 1, 1, 3, 1]
    seen = json.dumps([test for test in tests if test["visibility"] == "visible"])
    assert not [word for word in WORDS if word in seen]
    assert "secret_in_payload" in json.dumps(tests)


def test_what_gradescope_shows_at_once_is_the_same_whatever_hidden_checks_find() -> None:
    """Beside the tests, too: that a run can be repeated is told where something that students see has failed."""
    shown = []
    for source in (RIGHT, WRONG):
        document = json.loads(REPORTERS["gradescope"](graded(source)))
        visible = [test for test in document["tests"] if test["visibility"] == "visible"]
        shown.append((visible, {name: document[name] for name in set(document) - {"tests", "score", "extra_data"}}))
        assert document["extra_data"]["seed"] == "1"
    assert shown[0] == shown[1]


def test_an_instructor_asks_for_hidden_checks(folder: Path) -> None:
    """`--hidden` grades them, too, and JSON says which they are."""
    done = run_grader("check", "--hidden", "--report", "json", cwd=folder)
    report = json.loads(done.stdout)
    assert (done.returncode, report["points"], report["max_points"]) == (1, 3, 7)
    shown = {check["id"]: check.get("visibility") for check in report["exercises"][0]["checks"]}
    assert shown == {"answer": None, "runs": None, "good": None, "secretive": "after_due_date", "signed": "hidden"}
    assert "withheld" not in report
    assert json.loads(run_grader("check", "--report", "json", cwd=folder).stdout)["withheld"] is True


def test_pytest_does_not_collect_what_is_hidden(pytester: pytest.Pytester, folder: Path) -> None:
    """Hidden checks are no items, unless an instructor wants them."""
    options = (f"--submission={folder}", f"--grader-exercises={folder.parent / 'exercises'}")
    result = pytester.runpytest_subprocess(*options)
    result.assert_outcomes(passed=3)
    result.stdout.no_fnmatch_line("*secretive*")
    pytester.runpytest_subprocess(*options, "--grader-hidden").assert_outcomes(passed=3, failed=2)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "ends: returned}",
            "ends: returned, visibility: hidden}",
            (
                "small.yaml:16:68: the first check must be visible: it tells what keeps a file from running\n"
                "small.yaml:17:7: a visible check must stand before those that are hidden"
            ),
        ),
        ("hidden}", "hiden}", "small.yaml:19:107: 'hiden' is none of visible, hidden, after_due_date, after_published"),
        (
            ", visibility: hidden",
            ", needs: [secretive]",
            "small.yaml:19:7: a visible check must stand before those that are hidden",
        ),
    ],
)
def test_what_would_give_a_hidden_check_away_is_refused(before: str, after: str, told: str) -> None:
    """No verdict that a student sees depends on one that is hidden."""
    with pytest.raises(ExerciseError) as caught:
        catalog.read(EXERCISE.replace(before, after).encode(), Path("small.yaml"))
    assert str(caught.value).partition("; did")[0] == told
