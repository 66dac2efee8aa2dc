"""What those who read our reports ask of them: each format's rules, stated anew as strictly as ours can be kept.

A function for each format takes a report's text and raises where its reader would stumble, or where a student's text
would have become a part of the format.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from lxml import etree, html
from markdown_it import MarkdownIt
from markdown_it.token import Token
from sample_report import SCHEMA

LARGEST_SUMMARY = 1024 * 1024
MOST_ANNOTATIONS = 10
LINK = re.compile(r"https://[\w.-]+/[\w./#%?=&+-]*")


def _record(required: Mapping[str, Any], **optional: Any) -> dict[str, Any]:
    """Give the schema of an object with these members and no others."""
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **optional},
        "additionalProperties": False,
    }


TEXT = {"type": "string"}
SAID = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 0}
POINTS = {"type": "number", "minimum": 0}
LINE = {"type": "integer", "minimum": 1}
FREE = {"type": "object"}


def _texts(of: Mapping[str, Any] = SAID) -> dict[str, Any]:
    return {"type": "array", "items": of}


CTRF = _record(
    {
        "reportFormat": {"const": "CTRF"},
        "specVersion": {"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
        "results": _record(
            {
                "tool": _record({"name": SAID}, version=SAID, extra=FREE),
                "summary": _record(
                    dict.fromkeys(
                        ("tests", "passed", "failed", "skipped", "pending", "other", "start", "stop"),
                        COUNT,
                    ),
                    suites=COUNT,
                ),
                "tests": _texts(
                    _record(
                        {
                            "name": SAID,
                            "status": {"enum": ["passed", "failed", "skipped", "pending", "other"]},
                            "duration": COUNT,
                        },
                        suite=_texts(),
                        message=TEXT,
                        trace=TEXT,
                        snippet=TEXT,
                        line=LINE,
                        rawStatus=SAID,
                        tags=_texts(),
                        filePath=SAID,
                        extra=FREE,
                    )
                ),
            },
            environment=_record({}, extra=FREE),
            extra=FREE,
        ),
    },
    generatedBy=SAID,
)
VISIBILITY = {"enum": ["visible", "hidden", "after_due_date", "after_published"]}
FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
GRADESCOPE = _record(
    {
        "score": POINTS,
        "tests": _texts(
            _record(
                {"name": SAID, "score": POINTS, "max_score": POINTS, "status": {"enum": ["passed", "failed"]}},
                number={"type": "string", "pattern": r"^\d+\.\d+$"},
                output=TEXT,
                output_format=FORMAT,
                visibility=VISIBILITY,
                tags=_texts(),
            )
        ),
    },
    output=TEXT,
    output_format=FORMAT,
    visibility=VISIBILITY,
    stdout_visibility=VISIBILITY,
    extra_data=FREE,
)
CLASSROOM50 = _record(
    {
        "schema": {"const": "classroom50/result/v1"},
        "classroom": SAID,
        "assignment": SAID,
        "assignment_type": {"enum": ["individual", "group", "team"]},
        "owner": SAID,
        "submission": {"type": "string", "pattern": "^submit/"},
        "commit": SAID,
        "release": SAID,
        "review": SAID,
        "datetime": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$"},
        "score": COUNT,
        "max-score": COUNT,
        "tests": _texts(
            _record(
                {"test-name": SAID, "passed": {"type": "boolean"}, "score": COUNT, "max-score": COUNT}, message=TEXT
            )
        ),
    }
)
_EXERCISM_TEST = {
    "name": SAID,
    "test_code": SAID,
    "status": {"enum": ["pass", "fail", "error"]},
    "message": {"type": ["string", "null"], "maxLength": 65_535},
    "task_id": LINE,
}
EXERCISM = _record(
    {
        "version": {"const": 3},
        "status": {"enum": ["pass", "fail", "error"]},
        "tests": _texts(_record(_EXERCISM_TEST)),
        "message": {"type": ["string", "null"], "maxLength": 65_535},
    }
)


def _valid(schema: Mapping[str, Any], text: str) -> Any:
    document = json.loads(text)
    Draft202012Validator(schema).validate(document)
    return document


def ctrf(text: str) -> None:
    """Check that the schema is kept and the counts are those of the tests."""
    results = _valid(CTRF, text)["results"]
    summary, found = results["summary"], [test["status"] for test in results["tests"]]
    assert summary["tests"] == len(found)
    for status in ("passed", "failed", "skipped", "pending", "other"):
        assert summary[status] == found.count(status)


def gradescope(text: str) -> None:
    """Check the members, that the score is that of the tests, and that texts which are Markdown are harmless."""
    document = _valid(GRADESCOPE, text)
    assert abs(document["score"] - sum(test["score"] for test in document["tests"])) < 1e-9
    for shown in (document, *document["tests"]):
        assert shown["output_format"] == "md"
        markdown(shown["output"])


def classroom50(text: str) -> None:
    """Check the members, and what no schema can say: sums, and that no score is above its maximum."""
    document = _valid(CLASSROOM50, text)
    for member in ("score", "max-score"):
        assert document[member] == sum(test[member] for test in document["tests"])
    for each in (document, *document["tests"]):
        assert each["score"] <= each["max-score"]


def exercism(text: str) -> None:
    """Check the members, and that the whole has the status that follows from the tests'."""
    document = _valid(EXERCISM, text)
    found = {test["status"] for test in document["tests"]}
    follows = "error" if found <= {"error"} else "pass" if found == {"pass"} else "fail"
    assert document["status"] == follows
    assert bool(document["message"]) == (follows == "error")
    assert all(bool(test["message"]) == (test["status"] != "pass") for test in document["tests"])


def junit(text: str) -> None:
    """Check that Jenkins' schema is kept."""
    SCHEMA.assertValid(etree.fromstring(text.encode()))


def gitlab(text: str) -> None:
    """Check what GitLab needs: a file for each case, no name twice, and all else as in the schema."""
    root = etree.fromstring(text.encode())
    cases = list(root.iter("testcase"))
    names = [(case.get("classname"), case.get("name")) for case in cases]
    assert len(names) == len(set(names))
    for case in cases:
        assert case.get("file")
        del case.attrib["file"]
        assert all(outcome.text for outcome in case.iter("failure", "error"))
    SCHEMA.assertValid(root)


def commands(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Read the commands of a log as GitHub's runner does: kind, properties and message of each."""
    for line in text.splitlines():
        assert line.startswith("::"), line
        head, _, message = line[2:].partition("::")
        kind, _, told = head.partition(" ")
        pairs = (pair.partition("=") for pair in told.split(",") if pair)
        properties = {name: _unescaped(value, {"%3A": ":", "%2C": ","}) for name, _, value in pairs}
        yield kind, properties, _unescaped(message, {})


def _unescaped(text: str, more: Mapping[str, str]) -> str:
    codes = {"%0D": "\r", "%0A": "\n", **more, "%25": "%"}
    return re.sub("|".join(codes), lambda match: codes[match[0]], text)


def github(text: str) -> None:
    """Check that there are annotations only, no more than are shown, and nothing that is a command in another way."""
    found = list(commands(text))
    kinds = [kind for kind, _, _ in found]
    assert set(kinds) <= {"error", "warning", "notice"}
    assert all(kinds.count(kind) <= MOST_ANNOTATIONS for kind in kinds)
    assert all(set(properties) <= {"file", "line", "col", "title"} for _, properties, _ in found)
    assert "##[" not in text
    assert all("::" not in message for _, _, message in found)


def markdown(text: str) -> None:
    """Check that all structure is ours: no tag, picture or footnote, no link but to our own sources, one table."""
    assert len(text.encode()) < LARGEST_SUMMARY
    reader = MarkdownIt("gfm-like", {"linkify": False, "html": True}).disable("text_join")  # what is escaped is apart
    tokens = list(_all(reader.parse(text)))
    kinds = [token.type for token in tokens]
    assert not {"html_inline", "html_block", "image", "s_open", "em_open", "blockquote_open", "hr"} & set(kinds)
    assert "code_block" not in kinds
    assert kinds.count("table_open") <= 1
    assert not [token for token in tokens if token.type == "text" and re.search(r"://|www\.", token.content)]
    for token in tokens:
        if token.type == "link_open":
            assert LINK.fullmatch(str(token.attrs["href"]))
        if token.type == "heading_open":
            assert token.tag in ("h2", "h3")
            assert token.markup.startswith("#")


def _all(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all(token.children or [])


TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "footer", "section", "h1", "h2", "h3", "p", "div"),
    *(
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "ul",
        "li",
        "span",
        "small",
        "strong",
        "b",
        "code",
        "pre",
    ),
    "a",
}
ATTRIBUTES = {"lang", "charset", "name", "content", "http-equiv", "scope", "href", "id", "class"}


def page(text: str) -> None:
    """Check that there are our tags and attributes only, no script, nothing from elsewhere, and no broken link."""
    root = html.document_fromstring(text)
    elements = list(root.iter())
    assert {str(element.tag) for element in elements} <= TAGS
    assert {str(name) for element in elements for name in element.attrib} <= ATTRIBUTES
    ids = [str(element.get("id")) for element in elements if element.get("id")]
    assert len(ids) == len(set(ids))
    for link in root.iter("a"):
        href = str(link.get("href"))
        assert href.removeprefix("#") in ids if href.startswith("#") else LINK.fullmatch(href)
    levels = [int(str(element.tag)[1]) for element in elements if re.fullmatch("h[1-6]", str(element.tag))]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all(cell.get("scope") for cell in root.iter("th"))
    assert all(table.find("caption") is not None for table in root.iter("table"))


READERS: Mapping[str, Callable[[str], None]] = {
    "markdown": markdown,
    "html": page,
    "junit": junit,
    "gitlab": gitlab,
    "github": github,
    "ctrf": ctrf,
    "gradescope": gradescope,
    "classroom50": classroom50,
    "exercism": exercism,
}
