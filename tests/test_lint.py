"""`grader lint`: each fault is told with its place, and what is right is left alone."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from support import MINIMAL, ROOT, run_grader

from grader import catalog, linting, solutions

GOOD = MINIMAL.replace("Write a function.", "Write `make(secret)`.")
SERVER = """\
    - {id: login, request: POST /token?x=1}
    - {id: again, request: POST /token}
    - {id: me, request: GET /me}
    - {id: name, read: SECRET_KEY}
    - {id: anew, load: {SECRET_KEY: $secret, OTHER_KEY: $secret}}
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Make a course with one exercise, about which there is nothing to say."""
    write(tmp_path, GOOD)
    rejected = tmp_path / "solutions" / "rejected" / "small"
    rejected.mkdir(parents=True)
    (rejected / "returns_none.py").write_text("def make(secret): ...\n", encoding="utf-8")
    (tmp_path / "solutions" / "reference").mkdir()
    return tmp_path


def write(course: Path, text: str) -> None:
    """Write the exercise."""
    (course / "exercises").mkdir(exist_ok=True)
    (course / "exercises" / "small.yaml").write_text(text, encoding="utf-8")


def found(course: Path) -> list[tuple[str, bool]]:
    """Give what is found in a course, and whether it is a fault."""
    folder = course / "exercises"
    exercises = catalog.load(folder)
    known = solutions.read(solutions.beside(folder), exercises.exercises)
    prefix = f"{course}{os.sep}"
    return [(each.sentence.removeprefix(prefix), each.is_fault) for each in linting.findings(folder, exercises, known)]


def test_our_own_exercises_have_no_faults() -> None:
    """What comes with the grader is held to the same."""
    assert [sentence for sentence, is_fault in found(ROOT) if is_fault] == []


def test_a_good_exercise_is_left_alone(course: Path) -> None:
    """Nothing is told of an exercise that is right."""
    assert found(course) == []


@pytest.mark.parametrize(
    ("link", "is_good"),
    [
        ("https://docs.python.org/3/library/datetime.html#datetime.datetime.now", True),
        ("(see https://example.org/a_(b)?c=d, and http://example.org:8080.)", True),
        ("either HTTP or HTTPS, and/or http headers: `http:/x`", True),
        ("    http:/in/an/example", True),
        ("htps://example.org", False),
        ("https:/example.org", False),
        ("https//example.org", False),
        ("https://example", False),
        ("https://", False),
        ("https://example.org:port/", False),
        ("http://[::1/x", False),
        ("www.example.org/page", False),
    ],
)
def test_a_link_must_lead_somewhere(course: Path, link: str, is_good: bool) -> None:
    """What looks like a link in a text is one; code and words in backticks are not looked at."""
    lines = "".join(f"  {line}\n" for line in ("See this.", "", link))
    write(course, GOOD.replace("explanation: That is how.\n", f"explanation: |\n{lines}"))
    told = f"exercises/small.yaml:20:14: '{link}' is no link: write it as https://example.org/page"
    assert found(course) == ([] if is_good else [(told, True)])


def test_names_that_the_steps_need_are_spoken_of(course: Path) -> None:
    """A student learns of every function, name, path and variable, and what is missing is told once."""
    write(
        course,
        GOOD.replace("`make(secret)`", "`maker(secret)` and `GET /me/too`").replace("  checks:", f"{SERVER}  checks:"),
    )
    unsaid = {
        "14:24": "make",
        "15:28": "/token",
        "17:25": "/me",
        "18:24": "SECRET_KEY",
        "19:24": "OTHER_KEY",
    }
    assert found(course) == [
        (f"exercises/small.yaml:{place}: the brief does not speak of '{name}'", True) for place, name in unsaid.items()
    ]
    spoken = "`make(secret)`, `POST /token`, `GET /me`, `SECRET_KEY`, OTHER_KEY"
    write(course, GOOD.replace("`make(secret)`", spoken).replace("  checks:", f"{SERVER}  checks:"))
    assert found(course) == []


def test_a_starter_must_be_python(course: Path) -> None:
    """Nobody begins with a file that cannot be loaded."""
    write(course, GOOD.replace("starter: pass", 'starter: "def make(:"'))
    told = "exercises/small.yaml:12:12: the starter is not Python: invalid syntax in its line 1"
    assert found(course) == [(told, True)]


def test_misconceptions_and_wrong_solutions_belong_together(course: Path) -> None:
    """One that cannot be diagnosed is a fault, one that nothing shows is a remark."""
    write(course, GOOD.replace("[returns_none]", "[returns_none, syntax_error, no_exp]"))
    for name in ("wrong_secret", "returns_non"):
        (course / "solutions" / "rejected" / "small" / f"{name}.py").touch()
    wrong = "rejected/small/wrong_secret.py"
    assert found(course) == [
        (f"exercises/small.yaml:18:3: 'wrong_secret' is not listed here, so {wrong} cannot be diagnosed", True),
        ("exercises/small.yaml:18:3: no rejected solution shows syntax_error, no_exp", False),
        ("rejected/small/returns_non.py: there is no misconception 'returns_non'; did you mean 'returns_none'?", True),
    ]


def test_faults_are_counted_and_remarks_only_if_asked(course: Path) -> None:
    """The exit code is that of the faults; `--strict` makes remarks some of them."""
    remark = "exercises/small.yaml:18:3: no rejected solution shows no_exp (a remark)\n"
    write(course, GOOD.replace("[returns_none]", "[returns_none, no_exp]"))
    done = run_grader("lint", cwd=course)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{remark}✓ no faults in 1 exercise\n", "")
    done = run_grader("lint", "--strict", cwd=course)
    assert (done.returncode, done.stdout, done.stderr) == (1, f"{remark}✗ 1 fault in 1 exercise\n", "")
    write(course, GOOD.replace("[returns_none]", "[no_exp]").replace("`make(", "`makes("))
    done = run_grader("lint", cwd=course)
    assert (done.returncode, done.stdout.splitlines()[-1], done.stderr) == (1, "✗ 2 faults in 1 exercise", "")


def test_a_file_that_cannot_be_loaded_is_told(course: Path) -> None:
    """A label that is misspelt is told with the one that was meant, and exit code 4."""
    write(course, GOOD.replace("returns_none", "returns_nothing"))
    done = run_grader("lint", cwd=course)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("exercises/small.yaml:18:20: 'returns_nothing' is none of the ")
    assert done.stderr.endswith("that are known; did you mean 'returns_none'?\n")


def test_other_folders_can_be_named(course: Path, tmp_path: Path) -> None:
    """Exercises and solutions may be anywhere, and the environment may name the exercises."""
    shutil.move(tmp_path / "solutions", tmp_path / "known")
    done = run_grader("lint", "--solutions", "known", cwd=course, GRADER_EXERCISES="exercises")
    assert (done.returncode, done.stdout, done.stderr) == (0, "✓ no faults in 1 exercise\n", "")
    done = run_grader("lint", cwd=course)
    told = f"There are no solutions in {Path('solutions')}: it has no folder 'reference'.\n"
    assert (done.returncode, done.stderr) == (2, told)
