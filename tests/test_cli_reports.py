"""`grader check --report`: several at once, those that a CI system looks for, and exercises that are expected."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from report_formats import READERS, commands
from support import EXERCISES, ROOT, SOLUTIONS, all_exercises, hand_in, run_grader

from grader import catalog
from grader.cli import ci
from grader.cli.ci import System, Wanted
from grader.cli.reports import TERMINAL, give
from grader.errors import UsageError
from grader.report import Report
from grader.reporters import REPORTERS

LOCAL_TIME = (SOLUTIONS / "rejected" / "utc_expiry" / "local_time.py").read_bytes()
LINE = 1 + LOCAL_TIME.splitlines().index(next(line for line in LOCAL_TIME.splitlines() if b"encode(" in line))
CLASSROOM50 = {
    "CLASSROOM": "jwt",
    "ASSIGNMENT": "tokens",
    "ASSIGNMENT_TYPE": "individual",
    "OWNER": "alice",
    "SUBMISSION_TAG": "submit/2031-03-04T10-30-00Z-a1b2c3d",
    "COMMIT_URL": "https://example.org/commit",
    "RELEASE_URL": "https://example.org/release",
    "REVIEW_URL": "https://example.org/review",
}
OWN_CHOICE = "To choose reports yourself, use --report.\n"
NO_ROOM = "cannot share the screen: give all but one a file, as "
ONE_REPORT = "--output is for one report: give each of several its own file, as --report NAME=FILE."
DIGEST = all_exercises().digest


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Hand in one task whose time is wrong, in a folder of a repository."""
    return hand_in(tmp_path / "work" / "mine", {"utc_expiry.py": LOCAL_TIME})


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()


def test_several_reports_at_once(tmp_path: Path, mine: Path) -> None:
    """One run gives each report that is asked for in its place: annotations in the log, one on screen, all in files."""
    files = [f"--report={name}={tmp_path / name}" for name in REPORTERS]
    done = run_grader("check", mine, "utc_expiry", *files, "--report=github", "--report=json=-", cwd=tmp_path / "work")
    assert done.returncode == 1
    assert json.loads(done.stdout)["exercises"][0]["misconceptions"] == ["local_time"]
    assert (tmp_path / "json").read_text(encoding="utf-8") == done.stdout
    ((kind, place, message),) = commands(done.stderr)
    assert (kind, place["file"], place["line"]) == ("error", "mine/utc_expiry.py", str(LINE))
    assert "local_time: Where clocks are" in message
    assert (tmp_path / "github").read_text(encoding="utf-8") == done.stderr
    for name in set(READERS) - {"classroom50"}:
        READERS[name]((tmp_path / name).read_text(encoding="utf-8"))
    assert "4 of 6 points" in (tmp_path / "terminal").read_text(encoding="utf-8")


def test_a_report_without_a_file_is_for_the_screen(tmp_path: Path, mine: Path) -> None:
    """A page, like any other report, can be piped on."""
    done = run_grader("check", mine, "utc_expiry", "--report", "html", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    READERS["html"](done.stdout)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("--report htm", "There is no report 'htm'; did you mean 'html'?"),
        ("--report xml=a", f"There is no report 'xml'; there are {', '.join(REPORTERS)}."),
        ("--report json --report junit=-", f"json and junit {NO_ROOM}junit=FILE."),
        ("--report json=no/x", f"The report cannot be written to {Path('no/x')}: No such file or directory."),
        ("--format json --format junit --output a", ONE_REPORT),
        ("--format json=a --output b", ONE_REPORT),
    ],
    ids=["near", "unknown", "screen", "folder", "two for one file", "two files for one"],
)
def test_what_cannot_be_reported_is_told(tmp_path: Path, mine: Path, asked: str, told: str) -> None:
    """Exit code 2 is for a report that there is not, or that cannot be where it is wanted."""
    done = run_grader("check", mine, "purpose", *asked.split(), cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{told}\n")


def test_the_readme_lists_every_report_and_its_example_works(mine: Path) -> None:
    """Each report has its row, and what is shown can be carried out."""
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("### In CI\n")[2].partition("\n## ")[0]
    assert sorted(re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE)) == sorted(REPORTERS)
    arguments = section.partition("```sh\ngrader ")[2].partition("\n")[0].split()
    done = run_grader(*arguments, cwd=mine)
    assert (done.returncode, done.stdout) == (1, "")
    READERS["github"](done.stderr)
    READERS["html"]((mine / "report.html").read_text(encoding="utf-8"))
    READERS["junit"]((mine / "junit.xml").read_text(encoding="utf-8"))


def test_github_gets_annotations_and_a_summary(tmp_path: Path, mine: Path) -> None:
    """In GitHub Actions both are given beside the report in the log, and a summary that is there already is kept."""
    summary = tmp_path / "summary"
    summary.write_text("# Before\n", encoding="utf-8")
    variables = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_WORKSPACE": str(tmp_path)}
    done = run_grader("check", mine, "utc_expiry", "--seed", "1", cwd=tmp_path / "work", **variables)
    assert done.returncode == 1
    assert "4 of 6 points" in done.stdout
    told, _, annotations = done.stderr.partition("\n")
    assert told + "\n" == f"GitHub Actions: also reported as github, markdown={summary}. {OWN_CHOICE}"
    ((_, place, _),) = commands(annotations)
    assert place["file"] == "work/mine/utc_expiry.py"
    before, _, added = summary.read_text(encoding="utf-8").partition("\n")
    assert before == "# Before"
    READERS["markdown"](added)
    assert "exp  " in added  # the token, decoded


def test_annotations_are_at_files_in_a_folder_of_their_own(tmp_path: Path, mine: Path) -> None:
    """A student's line is found where it is, also if the folder that is graded holds the one of the files alone."""
    shutil.copytree(mine, tmp_path / "work" / "all" / "mine")
    variables = {"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(tmp_path / "work")}
    done = run_grader("check", "all", "utc_expiry", "--seed", "1", cwd=tmp_path / "work", **variables)
    ((_, place, _),) = commands(done.stderr.partition("\n")[2])
    assert place["file"] == "all/mine/utc_expiry.py"


def test_asked_for_reports_are_all_that_is_given(tmp_path: Path, mine: Path) -> None:
    """Who chooses gets what was chosen, in CI as elsewhere."""
    variables = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    done = run_grader("check", mine, "purpose", "--report", "terminal", cwd=tmp_path, **variables)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "summary").exists()


def test_classroom_50_gets_its_result(mine: Path) -> None:
    """The result is where its runner looks for it, with all that it has to say of the submission."""
    done = run_grader("check", "utc_expiry", cwd=mine, **CLASSROOM50)
    assert (done.returncode, done.stderr) == (
        1,
        f"Classroom 50: also reported as classroom50=result.json. {OWN_CHOICE}",
    )
    text = (mine / "result.json").read_text(encoding="utf-8")
    READERS["classroom50"](text)
    result = json.loads(text)
    assert (result["owner"], result["datetime"]) == ("alice", "2031-03-04T10:30:00Z")
    assert (result["score"], result["max-score"]) == (4, 6)


@pytest.mark.parametrize(
    ("variables", "system", "name"),
    [({"GITLAB_CI": "true"}, "GitLab CI", "gitlab"), ({"JENKINS_URL": "http://localhost/"}, "Jenkins", "junit")],
)
def test_junit_is_where_its_readers_are(mine: Path, variables: dict[str, str], system: str, name: str) -> None:
    """GitLab and Jenkins each get their own kind of JUnit, in a file of one name."""
    done = run_grader("check", "purpose", cwd=mine, **variables)
    assert (done.returncode, done.stderr) == (0, f"{system}: also reported as {name}=jwt-grader.xml. {OWN_CHOICE}")
    READERS[name]((mine / "jwt-grader.xml").read_text(encoding="utf-8"))


def test_gradescope_is_known_by_its_folders(tmp_path: Path) -> None:
    """It sets no variable; its two folders are there, or this is not Gradescope."""
    assert list(ci.systems({}, tmp_path)) == []
    (tmp_path / "results").mkdir()
    assert list(ci.systems({}, tmp_path)) == []
    (tmp_path / "submission").mkdir()
    results = Wanted("gradescope", tmp_path / "results" / "results.json")
    assert list(ci.systems({}, tmp_path)) == [System("Gradescope", (results,))]


def test_classroom_50_runs_within_github_actions(tmp_path: Path) -> None:
    """Where two systems look for reports, each gets its own; without a summary's file there is no summary."""
    found = ci.systems({"GITHUB_ACTIONS": "true", **CLASSROOM50}, tmp_path)
    assert [(system.name, [str(report) for report in system.reports]) for system in found] == [
        ("GitHub Actions", ["github"]),
        ("Classroom 50", ["classroom50=result.json"]),
    ]


@pytest.mark.parametrize(
    "variables",
    [{}, {"CI": "true"}, {"GITHUB_ACTIONS": "false"}, {**CLASSROOM50, "SUBMISSION_TAG": ""}],
)
def test_elsewhere_no_report_is_looked_for(tmp_path: Path, variables: dict[str, str]) -> None:
    """On one's own machine, and in CI that is not known, there is the report for people alone."""
    assert list(ci.systems(variables, tmp_path)) == []


def test_files_are_named_from_the_root_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder below it leads there; the root itself, an archive, or a folder elsewhere has nothing to add."""
    below = tmp_path / "a" / "b\u202e"
    below.mkdir(parents=True)
    (tmp_path / "mine.zip").touch()
    monkeypatch.chdir(tmp_path / "a")
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        root = {name: str(tmp_path)}
        assert ci.place(below, root) == "a/b\N{REPLACEMENT CHARACTER}/"
        assert ci.place(Path(), root) == "a/"
        assert ci.place(tmp_path, root) == ci.place(tmp_path / "mine.zip", root) == ""
        assert ci.place(tmp_path.parent, root) == ""
    assert (ci.place(Path(), {}), ci.place(below, {})) == ("", "b\N{REPLACEMENT CHARACTER}/")


def test_a_folder_is_no_file_for_a_report(tmp_path: Path) -> None:
    """A report that cannot be written is told by UsageError, whatever the reason."""
    report = Report((), {}, DIGEST, "process", 1)
    with pytest.raises(UsageError, match=r"^The report cannot be written to .*\.$"):
        give(report, replace(TERMINAL, file=tmp_path))


def test_a_link_among_the_students_files_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link that has the name of a report is replaced by it; what it leads to is as it was."""
    (tmp_path / "precious").write_text("kept", encoding="utf-8")
    try:
        (tmp_path / "result.json").symlink_to("precious")
    except OSError:
        pytest.skip("this user may make no links here")
    monkeypatch.chdir(tmp_path)
    give(Report((), {}, DIGEST, "process", 1), Wanted("classroom50", Path("result.json")))
    assert (tmp_path / "precious").read_text(encoding="utf-8") == "kept"
    assert not (tmp_path / "result.json").is_symlink()
    assert json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))["tests"] == []


@pytest.mark.parametrize("digits", [DIGEST, DIGEST[:12], DIGEST[:8].upper()])
def test_expected_exercises_are_graded(mine: Path, digits: str) -> None:
    """The hash, or as much of it as was copied from a report, is that of the exercises."""
    done = run_grader("check", mine, "purpose", "--expect", digits)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"exercises {DIGEST[:12]}\n" in done.stdout


def test_other_exercises_than_expected_are_not_graded(mine: Path) -> None:
    """Exit code 4 is also for exercises that are not those that were expected: nothing is run or reported."""
    done = run_grader("check", mine, "--exercises", EXERCISES, "--expect", "0123456789")
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        f"These are other exercises than expected: those in {EXERCISES} have the hash {DIGEST[:10]}, not 0123456789. "
        "Install the version of them that has it, or change --expect.\n"
    )


@pytest.mark.parametrize("given", ["", "1234567", "exercises", "0" * 65])
def test_what_is_no_hash_is_told(tmp_path: Path, given: str) -> None:
    """A hash that could never be that of exercises is a mistake in the command."""
    done = run_grader("check", "--expect", given, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"'{given}' is no hash of exercises: give --expect 8 digits or more of the one that reports show.\n"
    )


def test_the_hash_is_the_same_however_lines_end(tmp_path: Path) -> None:
    """Git may end lines in another way on Windows; that makes no other exercises."""
    digests = []
    for end in (b"\n", b"\r\n"):
        (tmp_path / "purpose.yaml").write_bytes((EXERCISES / "purpose.yaml").read_bytes().replace(b"\n", end))
        digests.append(catalog.load(tmp_path).digest)
    (tmp_path / "purpose.yaml").write_bytes((EXERCISES / "purpose.yaml").read_bytes() + b"# more\n")
    assert digests[0] == digests[1] != catalog.load(tmp_path).digest
