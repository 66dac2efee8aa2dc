"""What the command line prints: formats for programs; colours, signs and width as the usual conventions have them."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from support import POINTS, SLUGS, SOLUTIONS, hand_in, run_grader

from grader.reporters.terminal import PLAIN_SIGNS

CODE = re.compile(r"\x1b\[[\d;]*m")
COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-7]|9[0-7])(?:;\d+)*m")
LOCAL_TIME = (SOLUTIONS / "rejected" / "utc_expiry" / "local_time.py").read_bytes()


Printed = Callable[..., str]


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a submission that is wrong in two tasks and one answer, and lacks a task and an answer."""
    answers = "purpose: D\nimport_encode: A\ntoken_output: A\ndefault_algorithm: B\n"
    files = {"utc_expiry.py": LOCAL_TIME, "import_encode.py": b"x = 1\n", "answers.yaml": answers.encode()}
    folder = hand_in(tmp_path_factory.mktemp("wrong") / "mine", files)
    (folder / "default_algorithm.py").unlink()
    return folder


@pytest.fixture(scope="module")
def printed(wrong: Path) -> Printed:
    """Give what is printed of that submission, which fails, in some format and environment; each once."""

    @functools.cache
    def check(name: str = "terminal", **variables: str) -> str:
        done = run_grader("check", *SLUGS, "--seed", "1", "--report", name, cwd=wrong, **variables)
        assert (done.returncode, done.stderr) == (1, "")
        return done.stdout

    return check


def test_json_is_for_programs(printed: Printed) -> None:
    """The JSON report has its format's name, the versions, and each exercise with its checks, and nothing more."""
    report = json.loads(printed("json"))
    assert list(report) == ["format", "grader", "versions", "points", "max_points", "exercises"]
    assert report["format"] == "grader-report/1"
    assert report["grader"].keys() == {"version", "exercises", "isolation"}
    assert report["grader"]["isolation"]
    assert [exercise["slug"] for exercise in report["exercises"]] == list(SLUGS)
    assert (report["points"], report["max_points"]) == (POINTS - 15, POINTS)
    assert report["exercises"][4]["misconceptions"] == ["local_time"]
    assert report["exercises"][0]["checks"][0] == {
        "id": "answer",
        "title": "your answer to the question",
        "part": "question",
        "status": "passed",
        "points": 1.0,
        "max_points": 1.0,
        "message": "",
        "file": "answers.yaml",
        "line": 1,
        "column": 10,
    }
    assert report["exercises"][4]["checks"][4] == {
        "id": "expires",
        "title": "expires 30 minutes after the call in every time zone",
        "part": "task",
        "status": "failed",
        "points": 0.0,
        "max_points": 2.0,
        "message": "On a server at UTC+05:37: expected `exp` 30 min after the call, but it is 6 h 7 min after it.",
        "file": "utc_expiry.py",
        "line": 8,
        "column": 5,
    }


def test_junit_is_for_ci(printed: Printed) -> None:
    """The JUnit report counts and names every check, and says of a failure what explains it."""
    suites = ET.fromstring(printed("junit"))  # noqa: S314 - our own output
    cases = suites.findall("testsuite/testcase")
    counts = {"tests": str(len(cases)), "failures": str(len(suites.findall(".//failure"))), "errors": "0"}
    assert suites.attrib == {"name": "jwt-grader", **counts}
    assert [suite.get("name") for suite in suites] == list(SLUGS)
    expires = next(case for case in cases if case.get("name") == "expires")
    failure = expires.find("failure")
    assert expires.get("classname") == "exercises.utc_expiry.task"
    assert failure is not None
    assert failure.get("type") == "local_time"
    assert "datetime.now(timezone.utc)" in (failure.text or "")


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("terminal", ["--report", "terminal=report.txt"]),
        ("json", ["--report", "json=report.txt"]),
        ("junit", ["--format", "junit=report.txt"]),
        ("json", ["--format", "json", "--output", "report.txt"]),
        ("terminal", ["--output", "report.txt"]),
    ],
)
def test_a_report_can_be_written_to_a_file(
    printed: Printed, wrong: Path, tmp_path: Path, name: str, asked: list[str]
) -> None:
    """With a file a report goes there, in UTF-8 whatever the console has, and nothing is printed."""
    done = run_grader("check", wrong, *SLUGS, "--seed", "1", *asked, cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == printed(name)


def test_a_seed_repeats_a_run(wrong: Path) -> None:
    """The seed that a report shows makes the same report again, the token that it shows included."""
    first = run_grader("check", *SLUGS, cwd=wrong).stdout
    seed = first.rpartition("seed: ")[2].strip()
    assert run_grader("check", *SLUGS, "--seed", seed, cwd=wrong).stdout == first


def test_without_a_seed_each_run_is_another(printed: Printed, wrong: Path) -> None:
    """What is drawn cannot be foreseen: no run has the seed of another."""
    done = run_grader("check", *SLUGS, cwd=wrong)
    assert "seed: 1\n" in printed()
    assert "seed: 1\n" not in done.stdout


def test_a_pipe_gets_80_columns_and_no_colour(printed: Printed) -> None:
    """Where there is no terminal, as in CI, lines are 80 columns wide at most, whatever the environment claims."""
    lines = printed(COLUMNS="200").splitlines()
    assert 70 < max(map(len, lines)) <= 80
    assert not [line for line in lines if "\x1b" in line or line != line.rstrip()]
    assert printed(COLUMNS="200") == printed()


def test_force_color_colours_a_pipe(printed: Printed) -> None:
    """Who asks for colours gets them, and reads the same text."""
    coloured = printed(FORCE_COLOR="1")
    assert COLOUR.search(coloured)
    assert [line.rstrip() for line in CODE.sub("", coloured).splitlines()] == printed().splitlines()


def test_no_color_takes_precedence(printed: Printed) -> None:
    """Who wants no colours gets none, whatever else is set."""
    plain = printed(NO_COLOR="1", FORCE_COLOR="1")
    assert not COLOUR.search(plain)
    assert [line.rstrip() for line in CODE.sub("", plain).splitlines()] == printed().splitlines()


def test_a_console_of_ascii_gets_plain_signs(printed: Printed) -> None:
    """Where the signs cannot be shown, ASCII stands in their places, and no question marks."""
    shown = printed(PYTHONIOENCODING="ascii")
    assert shown.isascii()
    assert "  +  purpose" in shown
    assert "  x  utc_expiry" in shown
    expected = printed()
    for sign, stand_in in PLAIN_SIGNS.items():
        expected = expected.replace(sign, stand_in)
    assert shown == expected


@pytest.mark.parametrize("name", ["json", "junit"])
def test_a_report_for_programs_is_the_same_on_every_console(printed: Printed, name: str) -> None:
    """A report for programs is UTF-8, as its format wants it, on a console of any encoding."""
    assert printed(name, PYTHONIOENCODING="latin-1") == printed(name)


def test_notes_are_shown(tmp_path: Path) -> None:
    """What was noted about the submission is in the report."""
    folder = hand_in(tmp_path / "mine", {"conftest.py": "", "answers.yaml": "utc_expire: A\n"})
    shown = " ".join(run_grader("check", folder, "purpose", cwd=tmp_path).stdout.split())
    assert "there is no exercise `utc_expire`" in shown
    assert "`conftest.py` was not used" in shown


def test_files_of_the_student_are_not_imported(tmp_path: Path) -> None:
    """A file of a library's name in the current folder is not run by the grader itself."""
    folder = hand_in(tmp_path / "mine", {"jwt.py": "raise SystemExit('the student was here')\n"})
    done = run_grader("check", *SLUGS, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
