"""All reporters on one report that has everything in it, compared with the files under golden/.

After a change that is meant, run this file with the variable RENEW_GOLDEN set: the files are written anew, and each
test fails all the same, so that nothing is renewed unnoticed. Look at the difference, then run it again without.
"""

from __future__ import annotations

import io
import json
import os
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from lxml import etree
from rich.console import Console
from sample_report import EMPTY, REPORT, SCHEMA

from grader.report import Report
from grader.reporters import REPORTERS, terminal

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
FILES = {
    "terminal": "report.txt",
    "json": "report.json",
    "markdown": "report.md",
    "html": "report.html",
    "junit": "report.xml",
    "gitlab": "gitlab.xml",
    "github": "github.txt",
    "ctrf": "ctrf.json",
    "gradescope": "gradescope.json",
    "classroom50": "classroom50.json",
    "exercism": "exercism.json",
}
SUITE = '<testsuite name="a" tests="1" failures="0" errors="0">'


@pytest.mark.parametrize("name", REPORTERS)
def test_golden(name: str) -> None:
    """The whole report is, to the letter, what it was when somebody last looked at it."""
    file = FILES[name]
    rendered = REPORTERS[name](REPORT)
    if os.environ.get("RENEW_GOLDEN"):
        (GOLDEN / file).write_bytes(rendered.encode())
        pytest.fail(f"{file} was renewed: look at the difference, then run again without RENEW_GOLDEN.")
    assert rendered == (GOLDEN / file).read_bytes().decode()


def test_every_status_is_in_the_golden_report() -> None:
    """No status is left untried."""
    checks = [check.status for exercise in REPORT.exercises for check in exercise.checks]
    assert set(checks) == set(terminal.SIGNS)
    assert {exercise.status for exercise in REPORT.exercises} == {"passed", "failed", "not_attempted", "grader_error"}


def test_json_is_the_contract() -> None:
    """The keys are those that other programs read, in this order, and points are numbers with a fraction."""
    document = json.loads(REPORTERS["json"](REPORT))
    assert list(document) == ["format", "grader", "versions", "points", "max_points", "exercises"]
    assert document["format"] == "grader-report/1"
    assert list(document["grader"]) == ["version", "exercises", "isolation"]
    assert document["grader"] | {"version": ""} == {"version": "", "exercises": "ab" * 32, "isolation": "kernel"}
    for exercise in document["exercises"]:
        assert list(exercise) == ["slug", "status", "points", "max_points", "misconceptions", "checks"]
        for check in exercise["checks"]:
            assert list(check) == [
                *("id", "title", "part", "status", "points", "max_points", "message"),
                *("file", "line", "column"),
            ]
            assert type(check["points"]) is type(check["max_points"]) is float
    assert (document["points"], document["max_points"]) == (4.0, 13.0)
    assert document["exercises"][4]["misconceptions"] == ["string_user_id", "local_time"]


def test_json_holds_nothing_that_was_drawn() -> None:
    """Neither the seed nor a token's content is in the report that must be the same every time."""
    text = REPORTERS["json"](REPORT)
    assert "seed" not in text
    assert "<admin>" not in text


@pytest.mark.parametrize("report", [REPORT, EMPTY], ids=["full", "empty"])
def test_junit_is_valid(report: Report) -> None:
    """The document is what Jenkins' schema allows, as far as that is stated in ours."""
    SCHEMA.assertValid(etree.fromstring(REPORTERS["junit"](report).encode()))


INVALID = {
    "no_count": '<testsuites><testsuite name="a"/></testsuites>',
    "properties_in_a_case": f'{SUITE}<testcase name="b"><properties/></testcase></testsuite>',
    "file_of_a_case": f'{SUITE}<testcase name="b" file="c"/></testsuite>',
    "case_without_a_suite": '<testsuites><testcase name="b"/></testsuites>',
    "time_in_words": '<testsuites time="long"/>',
    "other_outcome": f'{SUITE}<testcase name="b"><passed/></testcase></testsuite>',
}


def test_the_schema_allows() -> None:
    """What is refused below is refused for what is wrong with it, as without that it is valid."""
    SCHEMA.assertValid(etree.fromstring(f'{SUITE}<testcase name="b"><skipped/></testcase></testsuite>'))


@pytest.mark.parametrize("document", INVALID.values(), ids=INVALID)
def test_the_schema_refuses(document: str) -> None:
    """The schema is no rubber stamp: what Jenkins' refuses it refuses, too."""
    assert not SCHEMA.validate(etree.fromstring(document))


def test_junit_counts_and_names() -> None:
    """Counts are those of the cases, and no two cases have the same full name."""
    root = ET.fromstring(REPORTERS["junit"](REPORT))  # noqa: S314 - our own
    for suite in [root, *root]:
        cases = list(suite.iter("testcase"))
        assert suite.get("tests") == str(len(cases))
        for outcome, count in (("failure", "failures"), ("error", "errors")):
            assert suite.get(count) == str(sum(case.find(outcome) is not None for case in cases))
        if suite.get("skipped"):
            assert suite.get("skipped") == str(sum(case.find("skipped") is not None for case in cases))
    full = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(full) == len(set(full)) == 13


@pytest.mark.parametrize("name", REPORTERS)
def test_an_empty_report(name: str) -> None:
    """A report without exercises is a report, too; where it is made of lines there are none."""
    assert REPORTERS[name](EMPTY).endswith("" if name == "github" else "\n")


def test_signs_in_ascii() -> None:
    """A terminal that knows only ASCII gets the same report in signs that it has."""
    assert terminal.plain_signs("✓ ✗ · → █ ░ │") == "+ x - -> # . |"
    assert {sign for sign in terminal.plain_signs(terminal.render(REPORT)) if not sign.isascii()} == {"é"}


def test_each_status_has_its_own_colour() -> None:
    """What passed, what failed and what is our fault differ in colour as well as in sign."""
    console = Console(file=io.StringIO(), width=80, force_terminal=True, color_system="standard", legacy_windows=False)
    with console.capture() as capture:
        console.print(terminal.layout(REPORT))
    for coloured in ("\x1b[32m✓", "\x1b[31m✗", "\x1b[35m!", "\x1b[2m·"):
        assert coloured in capture.get()
    uncoloured = re.sub(r"\x1b\[[\d;]*m", "", capture.get())
    assert [line.rstrip() for line in uncoloured.split("\n")] == terminal.render(REPORT).split("\n")
