"""Reports as their readers take them: each format's rules are kept, and the rules refuse what breaks them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft7Validator, ValidationError  # type: ignore[import-untyped]
from lxml import etree
from report_formats import READERS, commands
from sample_report import EMPTY, REPORT

from grader.report import CheckResult, Diagnosis, ExerciseReport, Report, Status
from grader.reporters import REPORTERS
from grader.reporters.markdown import LARGEST, LEFT_OUT

CTRF_PACKAGE = "ctrf@0.3.0"
FAILED = CheckResult("a", "holds", "task", "failed", 1.0, "It does not.", 3, column=5)


def of(*checks: CheckResult, slug: str = "a", **members: Any) -> Report:
    """Give a report on one exercise with these checks."""
    return replace(REPORT, exercises=(ExerciseReport(slug, "A title", f"{slug}.py", checks, **members),), notes=())


def test_every_report_for_others_has_a_reader() -> None:
    """No format is left without rules, but a terminal's, and our own JSON, which has tests of its own."""
    assert set(READERS) == set(REPORTERS) - {"terminal", "json"}


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("report", [REPORT, replace(EMPTY, ci=REPORT.ci)], ids=["full", "empty"])
def test_the_rules_of_the_format_are_kept(name: str, report: Report) -> None:
    """A report that has everything and one that has nothing can both be read."""
    READERS[name](REPORTERS[name](report))


def changed(change: Callable[[Any], object]) -> Callable[[str], str]:
    """Make a change of a JSON document."""

    def apply(text: str) -> str:
        document = json.loads(text)
        change(document)
        return json.dumps(document)

    return apply


BROKEN: dict[str, tuple[str, Callable[[str], str]]] = {
    "ctrf_member": ("ctrf", changed(lambda document: document.update(more=1))),
    "ctrf_status": ("ctrf", changed(lambda document: document["results"]["tests"][0].update(status="good"))),
    "ctrf_count": ("ctrf", changed(lambda document: document["results"]["summary"].update(passed=0))),
    "gradescope_status": ("gradescope", changed(lambda document: document["tests"][0].update(status=None))),
    "gradescope_score": ("gradescope", changed(lambda document: document.update(score=1))),
    "gradescope_markdown": ("gradescope", changed(lambda document: document.update(output="<b>"))),
    "classroom50_fraction": ("classroom50", changed(lambda document: document["tests"][0].update(score=0.5))),
    "classroom50_sum": ("classroom50", changed(lambda document: document.update(score=1))),
    "classroom50_owner": ("classroom50", changed(lambda document: document.pop("owner"))),
    "exercism_status": ("exercism", changed(lambda document: document.update(status="pass"))),
    "exercism_message": ("exercism", changed(lambda document: document["tests"][-1].update(message=None))),
    "junit_file": ("junit", lambda text: text.replace("<testcase ", '<testcase file="a" ')),
    "gitlab_file": ("gitlab", lambda text: text.replace("file=", "log=")),
    "gitlab_twice": ("gitlab", lambda text: re.sub(r'name="[^"]+\(', 'name="(', text).replace("verifies", "user")),
    "github_command": ("github", lambda text: f"{text}::set-output name=a::b\n"),
    "github_line": ("github", lambda text: text.replace("%0A", "\n")),
    "github_many": ("github", lambda text: text * 9),
    "markdown_tag": ("markdown", lambda text: f"{text}\n<b>"),
    "markdown_link": ("markdown", lambda text: f"{text}\n[a](b)"),
    "markdown_address": ("markdown", lambda text: f"{text}\nhttps://example.org"),
    "html_script": ("html", lambda text: text.replace("<main>", "<main><script></script>")),
    "html_handler": ("html", lambda text: text.replace("<main>", '<main onclick="a()">')),
    "html_link": ("html", lambda text: text.replace('id="asked"', 'id="other"')),
}


@pytest.mark.parametrize(("name", "broken"), BROKEN.values(), ids=BROKEN)
def test_the_rules_refuse(name: str, broken: Callable[[str], str]) -> None:
    """No rule is a rubber stamp: what its reader would not take, or what should not be there, is refused."""
    with pytest.raises((AssertionError, ValidationError, etree.DocumentInvalid)):
        READERS[name](broken(REPORTERS[name](REPORT)))


@pytest.fixture(scope="module")
def ctrf_schema(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Get the schema of CTRF's own package, which is on npm alone."""
    npm = shutil.which("npm")
    if not npm:
        pytest.skip("npm is not installed, so CTRF's own schema cannot be got")
    folder = tmp_path_factory.mktemp("ctrf")
    done = subprocess.run([npm, "pack", CTRF_PACKAGE], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("npm gives no packages here, so CTRF's own schema cannot be got")
    with tarfile.open(next(folder.glob("*.tgz"))) as package:
        member = package.extractfile("package/dist/ctrf-schema-0.0.json")
        assert member
        return json.load(member)


@pytest.mark.parametrize("report", [REPORT, EMPTY], ids=["full", "empty"])
def test_ctrf_is_taken_by_its_own_schema(ctrf_schema: Any, report: Report) -> None:
    """The schema that CTRF publishes takes the report, and would not take another."""
    document = json.loads(REPORTERS["ctrf"](report))
    Draft7Validator(ctrf_schema).validate(document)
    assert not Draft7Validator(ctrf_schema).is_valid({**document, "more": 1})


def test_annotations_stand_at_the_students_own_line() -> None:
    """File, line and column are those of the submission in its repository; answers have their own file."""
    found = list(commands(REPORTERS["github"](REPORT)))
    places = [(kind, p.get("file"), p.get("line"), p.get("col")) for kind, p, _ in found]
    assert places[:2] == [
        ("error", "hand-in/mine/import_encode.py", "12", None),
        ("error", "hand-in/mine/utc_expiry.py", "9", "12"),
    ]
    assert ("error", "hand-in/mine/answers.yaml", "2", "16") in places
    assert found[1][1]["title"] == "utc_expiry: expires 30 minutes after the call"
    assert found[1][2].splitlines()[:2] == [
        "On a server at UTC+05:37: expected `exp` 30 min after the call, but it is 6 h 7 min after it.",
        "local_time: Where clocks are 5 h 37 min ahead of UTC, your token lives 5 h 37 min longer than it should.",
    ]


def test_no_message_holds_a_command() -> None:
    """What would be a command in a line of its own is taken apart, wherever a message came from."""
    ((_, _, message),) = commands(REPORTERS["github"](of(replace(FAILED, message="::stop-commands::a ##[error]b"))))
    assert message == ": :stop-commands: :a # #[error]b"


@pytest.mark.parametrize(("count", "last"), [(9, "It does not."), (10, "It does not."), (11, "and 2 more")])
def test_annotations_that_are_not_shown_are_counted(count: int, last: str) -> None:
    """Ten are shown; where there are more, the tenth says how many, and the first to fix in each exercise stays."""
    first = of(*[replace(FAILED, id=str(number)) for number in range(count - 1)])
    second = ExerciseReport("b", "B", "b.py", (replace(FAILED, message="Fix me."),))
    found = list(commands(REPORTERS["github"](replace(first, exercises=(*first.exercises, second)))))
    assert len(found) == min(count, 10)
    assert found[1][2] == "Fix me."
    assert found[-1][2] == last


def test_a_name_cannot_end_the_properties() -> None:
    """Commas and colons of a folder or a title are part of it, and so is what looks like an escape."""
    report = replace(of(replace(FAILED, title="a, b: c%2C::")), folder="x,line=7::y/")
    ((_, properties, message),) = commands(REPORTERS["github"](report))
    assert properties == {"file": "x,line=7::y/a.py", "line": "3", "col": "5", "title": "a: a, b: c%2C::"}
    assert message == "It does not."


def test_a_summary_that_is_too_long_is_cut_at_its_end() -> None:
    """GitHub would show nothing of more than 1 MiB: the table and the first exercises stay, and the cut is told."""
    long = [of(replace(FAILED, message=f"x{'y' * 150_000}"), slug=f"e{number}").exercises[0] for number in range(9)]
    text = REPORTERS["markdown"](replace(REPORT, exercises=tuple(long), notes=("A note.",)))
    assert LARGEST - 200_000 < len(text.encode()) <= LARGEST
    assert text.count("✗ to fix") == 9
    assert ("### e0: " in text, "### e8: " in text, LEFT_OUT in text) == (True, False, True)
    assert text.endswith("seed: 42\n")


def test_whole_numbers_keep_the_shares() -> None:
    """Classroom 50 takes no fractions: all points are multiplied by the least number that makes them whole."""
    points = [replace(FAILED, status="passed", max_points=worth) for worth in (0.25, 1 / 3, 2.0)]
    tests = json.loads(REPORTERS["classroom50"](of(*points)))["tests"]
    assert [test["score"] for test in tests] == [3, 4, 24]
    odd = [replace(FAILED, max_points=worth) for worth in (0.1234567, 1.0)]
    assert [test["max-score"] for test in json.loads(REPORTERS["classroom50"](of(*odd)))["tests"]] == [123, 1000]


def test_what_classroom_50_does_not_tell_is_left_out() -> None:
    """Nothing is made up: without its variables there is the result alone, and without a moment in the tag no date."""
    assert list(json.loads(REPORTERS["classroom50"](replace(REPORT, ci={})))) == [
        *("schema", "score", "max-score", "tests"),
    ]
    tagged = json.loads(REPORTERS["classroom50"](replace(REPORT, ci={"SUBMISSION_TAG": "submit/manual"})))
    assert "datetime" not in tagged
    assert json.loads(REPORTERS["classroom50"](REPORT))["datetime"] == "2031-03-04T10:30:00Z"


@pytest.mark.parametrize(
    ("statuses", "whole"),
    [
        (("passed", "passed"), "pass"),
        (("passed", "not_attempted"), "fail"),
        (("failed", "skipped"), "fail"),
        (("not_attempted", "not_attempted"), "error"),
        (("grader_error",), "error"),
        ((), "error"),
    ],
)
def test_exercism_has_one_status_for_all(statuses: tuple[Any, ...], whole: str) -> None:
    """It is an error only where nothing could be tested, and then the message says why."""
    checks = [replace(FAILED, status=status, message="" if status == "passed" else "It.") for status in statuses]
    text = REPORTERS["exercism"](of(*checks))
    READERS["exercism"](text)
    assert json.loads(text)["status"] == whole


def test_a_fault_of_ours_costs_nothing_on_gradescope() -> None:
    """It is told as failed, as there is nothing between, but has no points to lose."""
    ours = [t for t in json.loads(REPORTERS["gradescope"](REPORT))["tests"] if t["name"].startswith("default_alg")]
    assert [(test["status"], test["max_score"], test["output"]) for test in ours] == [
        ("failed", 0.0, "This could not be graded: OSError: x")
    ]


def test_all_reports_tell_the_same() -> None:
    """Points, misconceptions and messages of each check are those of our own JSON, whoever reads them."""
    ours, scope, tests, whole, site = (
        json.loads(REPORTERS[name](REPORT)) for name in ("json", "gradescope", "ctrf", "classroom50", "exercism")
    )
    checks = [check for exercise in ours["exercises"] for check in exercise["checks"]]
    points = [(check["points"], check["max_points"]) for check in checks]
    assert [(test["score"], test["max_score"]) for test in scope["tests"]] == points
    assert [(test["extra"]["points"], test["extra"]["max_points"]) for test in tests["results"]["tests"]] == points
    assert [(test["score"] / 4, test["max-score"] / 4) for test in whole["tests"]] == points
    passed = [check["status"] == "passed" for check in checks]
    assert [test["passed"] for test in whole["tests"]] == passed
    assert [test["status"] == "pass" for test in site["tests"]] == passed
    messages = [check["message"] for check in checks]
    assert [test["message"] for test in whole["tests"]] == messages
    assert [test.get("message", "") for test in tests["results"]["tests"]] == messages
    assert [(test["message"] or "").split("\n")[0] for test in site["tests"]] == messages
    labels = sorted(label for exercise in ours["exercises"] for label in exercise["misconceptions"])
    assert sorted(label for test in scope["tests"] for label in test["tags"]) == labels
    assert sorted(label for test in tests["results"]["tests"] for label in test.get("tags", [])) == labels
    for name in ("junit", "gitlab"):
        cases = list(etree.fromstring(REPORTERS[name](REPORT).encode()).iter("testcase"))
        assert [next((part.get("message") for part in case), "") for case in cases] == messages


def test_the_token_is_shown_where_people_read() -> None:
    """The decoded token, its times in words, is in the reports for people, and in none that must always be the same."""
    for name in REPORTERS:
        shown = "6 h 7 min after the call" in " ".join(REPORTERS[name](REPORT).split())
        assert shown == (name in ("terminal", "markdown", "html", "gradescope")), name


def test_reports_tell_grader_and_exercises() -> None:
    """Results that differ can be traced: the version of the grader and the hash of the exercises are in the reports."""
    for name in set(REPORTERS) - {"github", "classroom50", "exercism"}:
        text = REPORTERS[name](REPORT)
        assert ("1.2.3" in text, "ab" * 6 in text) == (True, True), name


def test_a_line_is_shown_once() -> None:
    """It is, with the first failure about it, which an answer at the same line of another file is not."""
    answer = replace(FAILED, id="answer", part="question", line=12)
    broken = [replace(FAILED, id=name, line=12, excerpt="x = y", message="It broke.") for name in "bc"]
    report = of(answer, *broken)
    for name in ("terminal", "markdown", "html", "gradescope"):
        assert REPORTERS[name](report).count("12 │ x = y") == 1, name


def test_what_explains_a_skipped_check_is_told() -> None:
    """A known mistake may lie behind a check that was not made: each report for people tells it there."""
    found = Diagnosis("string_exp", "b", "The time is a text.", "Give a number.", "https://example.org/b")
    skipped = CheckResult("b", "expires", "task", "skipped", 1.0, "Not checked: it needs “holds”.")
    report = of(replace(FAILED, message="It is not."), skipped, diagnoses=(found,))
    for name in set(REPORTERS) - {"json", "classroom50"}:
        text = REPORTERS[name](report)
        READERS.get(name, str)(text)
        assert "The time is a text." in text, name
    (_, (kind, _, message)) = commands(REPORTERS["github"](report))
    assert (kind, message.splitlines()[0]) == ("error", "Not checked: it needs “holds”.")


def test_a_hint_of_several_paragraphs_keeps_its_examples() -> None:
    """Indented lines are code on a page and in Markdown, each in its own way."""
    hinted = of(replace(FAILED, line=None), hint="Try *this*:\n\n    a = [1]\n    b = <2>\n\nThen `go` on.")
    assert "**Hint**\n\nTry \\*this\\*:\n\n```text\na = [1]\nb = <2>\n```\n\nThen `go` on." in REPORTERS["markdown"](
        hinted
    )
    assert (
        "<p><b>Hint</b></p><p>Try *this*:</p><pre>a = [1]\nb = &lt;2&gt;</pre><p>Then <code>go</code> on.</p>"
        in REPORTERS["html"](hinted)
    )


def test_what_is_behind_an_exercise_is_for_who_solved_it() -> None:
    """On the page the explanation stands with a solved exercise, and with no other."""
    statuses: dict[Status, bool] = {"passed": True, "failed": False}
    for status, shown in statuses.items():
        text = REPORTERS["html"](of(replace(FAILED, status=status), explanation="This is why."))
        assert ("This is why." in text) == shown
