"""Reports on programs that say the worst: whatever a student's text is, a report of it is whole and harmless.

The text takes the way that it takes in a real run: through evidence, the judge's sentences, the figures of diagnoses
and the token that is shown.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NoReturn

import pytest
from evidence_builder import LABELS, Behaviour, check, evidence, returned, token_of
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree, html
from made_tasks import EXPIRES, SIGNED, USER
from markdown_it import MarkdownIt
from report_formats import READERS, commands
from rich.cells import cell_len
from rich.console import Console
from sample_report import REPORT as SAMPLE
from support import exercises

from grader.evidence import Error, Evidence, Observation, Reply, Value
from grader.grading import grade_exercise
from grader.judge.case import Case
from grader.judge.diagnosis import diagnose
from grader.judge.judging import judge
from grader.plan import Step
from grader.report import ExerciseReport, Report
from grader.reporters import REPORTERS, terminal
from grader.submission import Submission
from grader.verbs import Check

BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
FRAGMENTS = [
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;https://example.org\x07link\x1b]8;;\x07",
    "\u202eesrever\u2066",
    "\0",
    "\ud800",
    "\udfff",
    "\x9b31m",
    "\u200b\u2028\u2029\ufeff\uffff",
    "]]>",
    "<!-- & -->",
    "&amp;<>\"'",
    "[red]bold[/red]",
    "[/]",
    "[link=https://example.org]",
    ":smile:",
    "**bold** `code` [a](b) | # ",
    "\n::error::no\r\n",
    "\t\v\f\x85",
    "x" * 3_000,
    "\N{GRINNING FACE}\N{COMBINING ACUTE ACCENT}" * 200,
    "{claim} {0} %s ${x}",
    "::set-output name=a::b",
    "##[error]no",
    "%0A::error::no%0D",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "| a | b |\n|---|---|\n| c | d |",
    "![a](https://example.org/a.png) <https://example.org> https://example.org www.example.org",
    "```\n# a\n```",
    "- a\n1. b\n===\n---\n> c\n    d",
    "@somebody #1 $x$ ~~a~~ [^1] \\",
    '" onclick="alert(1)',
    "javascript:alert(1)",
    "&#60;b&#62;",
]
CI = SAMPLE.ci
HOSTILE = st.lists(st.sampled_from(FRAGMENTS) | st.text(st.characters(), max_size=20), min_size=1, max_size=4).map(
    "".join
)


def gives_text(text: str) -> Behaviour:
    """Give a text in every round, even one that no reply could hold."""
    said = Value.model_construct(type="str", data=text, items=None, pairs=None, size=len(text), text="")
    return lambda step: Observation(step, "returned", "", Reply.model_construct(end="returned", value=said))


def fails(text: str) -> Behaviour:
    """Raise an exception of this name and message, at a line of this text."""
    error = Error.model_construct(type=text, message=text, line=1)
    reply = Reply.model_construct(end="raised", error=error)
    return lambda step: Observation(step, "raised", "", reply)


def names_near(text: str) -> Behaviour:
    """Miss a function where there is one of nearly that name."""
    reply = Reply.model_construct(end="missing", names=(f"answer{text[:3]}",))
    return lambda step: Observation(step, "missing", "", reply)


def showing(text: str) -> Behaviour:
    """Give a token that has the text in each of its places."""

    def payload(step: Step) -> dict[str, Any]:
        return {text: text, f"expires{text}": [text, {text: text}], "exp": text, f"pw{text}": step.bindings["$secret"]}

    return token_of(payload, kid=text, **{f"x{text}": {text: [text]}})


def reports(text: str) -> Iterable[ExerciseReport]:
    """Give what comes of programs that say the text in all the places where they can."""
    same = [check(is_="int"), check(name="other", equals=7), check(name="member", equals="x")]
    claims = [SIGNED, check(name="whole", payload={"exp": 1}), check(name="hidden", hides="$secret"), USER, EXPIRES]
    printed = text.encode("utf-8", "surrogatepass").decode("utf-8", "backslashreplace")  # as the supervisor reads it
    raised = Error.model_construct(type="ImportError", message=text, line=1)
    imports = Reply.model_construct(end="raised", error=raised)
    yield of(evidence(answer=gives_text(text)), same)
    yield of(evidence(text.encode("utf-8", "replace").decode(), answer=fails(text)), same)
    yield of(evidence(run=lambda step: Observation(step, "raised", "", imports)), [check("run", ends="returned")])
    yield of(evidence(answer=names_near(text)), same)
    yield of(evidence(run=lambda step: returned(step, output=printed)), [check("run.stdout", is_="token")])
    yield of(evidence(answer=showing(text)), claims)
    purpose = exercises().exercises[0]
    yield grade_exercise(purpose, Submission({}, {purpose.slug: text}), seed=1)


def of(observed: Evidence, checks: Iterable[Check]) -> ExerciseReport:
    """Judge and diagnose as the pipeline does."""
    asked = tuple(checks)
    results = judge(asked, observed)
    found = diagnose(Case(asked, results, observed), LABELS)
    return ExerciseReport("slug", "A title", "answer.py", results, found, "A hint.")


def harmful(text: str) -> set[str]:
    """Give the characters that steer a terminal, turn text or hide."""
    return {
        each
        for each in text
        if unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(each) in BIDI
        or each in "\u200b\u200e\u200f\ufeff\u061c"
    } - {"\n"}


def coloured(report: Report) -> str:
    """Give the report as a terminal shows it that has colours."""
    console = Console(file=io.StringIO(), width=80, force_terminal=True, color_system="standard", legacy_windows=False)
    with console.capture() as capture:
        console.print(terminal.layout(report))
    return capture.get()


@given(HOSTILE)
@example("\ud800")
@example("\x1b[2J\u202e]]>[red]")
@settings(max_examples=60, deadline=None)
def test_every_report_is_whole_and_harmless(text: str) -> None:
    """No reporter raises, each format's reader finds its rules kept, and nothing steers the terminal."""
    exercises = [replace(each, slug=f"e{number}") for number, each in enumerate(reports(text))]
    report = Report(tuple(exercises), {}, "", "process", 1, ci=CI)
    rendered = {name: render(report) for name, render in REPORTERS.items()}
    rendered["coloured"] = re.sub(r"\x1b\[[\d;]*m", "", coloured(report))
    assert {name: harmful(shown) for name, shown in rendered.items()} == {name: set() for name in rendered}
    for shown in rendered.values():
        shown.encode()
    assert len(json.loads(rendered["json"])["exercises"]) == 7
    for name, read in READERS.items():
        read(rendered[name])
    assert max(cell_len(line) for line in rendered["terminal"].split("\n")) <= 80


@pytest.mark.parametrize(
    "text",
    ["[red]x[/red]", "[/]", ":smile: x", "**x** `y`", "<b>&amp;</b>", "]]>", "a\\nb", "{claim}"],
)
def test_text_is_shown_as_it_is(text: str) -> None:
    """What looks like markup is no markup: it stands in each report as the student wrote it."""
    report = Report((of(evidence(answer=fails(text)), [check(is_="int")]),), {}, "", "process", 1)
    rendered = {name: render(report) for name, render in REPORTERS.items()}
    (failure,) = etree.fromstring(rendered["junit"].encode()).iter("failure")
    assert failure.get("message") == f"answer.py:1: {text}: {text}"
    assert failure.text == f"is good\nanswer.py:1: {text}: {text}"
    assert json.loads(rendered["json"])["exercises"][0]["checks"][0]["message"] == f"answer.py:1: {text}: {text}"
    assert f"      answer.py:1: {text}: {text}\n" in rendered["terminal"]
    told = f"answer.py:1: {text}: {text}".replace("`", "")  # code is set apart in another way
    page = html.document_fromstring(rendered["html"])
    assert told in ["".join(map(str, paragraph.itertext())) for paragraph in page.iter("p")]
    shown = html.document_fromstring(MarkdownIt("gfm-like", {"linkify": False}).render(rendered["markdown"]))
    assert told in ["".join(map(str, paragraph.itertext())) for paragraph in shown.iter("p")]
    assert [message.splitlines()[0] for _, _, message in commands(rendered["github"])] == [
        f"answer.py:1: {text}: {text}"
    ]


@pytest.mark.parametrize(
    "command",
    [
        "::error::all is well",
        "::warning file=a.py,line=1::all is well",
        "##[error]all is well",
        "##vso[task.complete]",
        "::error title=a:b::all is well",
    ],
)
def test_no_line_is_a_command(command: str) -> None:
    """What would be a command to a CI system at the beginning of a line is none, even where a line is broken."""
    report = Report(tuple(reports(f"{'x' * 40} {command}")), {}, "", "process", 1)
    for name in set(REPORTERS) - {"github"}:
        lines = [line.lstrip() for line in REPORTERS[name](report).split("\n")]
        assert [line for line in lines if line.startswith(("::", "##[", "##vso"))] == []
    READERS["github"](REPORTERS["github"](report))


def test_the_text_of_our_own_fault_is_harmless() -> None:
    """An exception of ours may quote what a student wrote, and is made harmless like anything else."""

    def breaks(*_: object) -> NoReturn:
        raise ValueError("\x1b[31m")

    purpose = exercises().exercises[0]
    ours = grade_exercise(purpose, Submission({purpose.file: b""}, {}), seed=1, run=breaks)
    assert ours.status == "grader_error"
    assert not harmful(ours.checks[0].message)
