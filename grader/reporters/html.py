"""A page for one submission, whole in one file: without scripts or anything from elsewhere, for screen and paper.

It is built as a tree, so that no text can become a tag. Nothing is said by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from grader.report import CheckResult, ExerciseReport, Report, Sighting
from grader.reporters import words
from grader.reporters.markup import CODE
from grader.reporters.style import CSS
from grader.reporters.terminal import SIGNS

POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(report: Report) -> str:
    """Give the page."""
    title = f"{report.points:g} of {report.max_points:g} points"
    head = _tag(
        "head",
        _tag("meta", charset="utf-8"),
        _tag("meta", **{"http-equiv": "Content-Security-Policy", "content": POLICY}),
        _tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        _tag("meta", name="color-scheme", content="light dark"),
        _tag("title", f"jwt-grader: {title}"),
        _tag("style", CSS),
    )
    asides = [_tag("p", f"{SIGNS[status][0]} ", *_coded(text)) for status, text in words.asides(report)]
    main = _tag(
        "main",
        _tag("h1", title),
        *([_overview(report)] if report.exercises else []),
        *asides,
        *(_tag("p", "Note: ", *_coded(note)) for note in report.notes),
        *(_exercise(exercise) for exercise in report.exercises),
    )
    versions = " · ".join(f"{name} {version}" for name, version in report.versions.items())
    about = (words.grader(report), words.run(report), versions)
    page = _tag(
        "html", head, _tag("body", main, _tag("footer", *(_tag("p", line) for line in about if line))), lang="en"
    )
    return f"<!DOCTYPE html>\n{ET.tostring(page, encoding='unicode', method='html')}\n"


def _overview(report: Report) -> ET.Element:
    names = ("Exercise", "About", "Status", "Points")
    rows = [
        _tag(
            "tr",
            _tag("th", _tag("a", exercise.slug, href=f"#{exercise.slug}"), scope="row"),
            _tag("td", exercise.title, **{"class": "about"}),
            _tag("td", f"{SIGNS[exercise.status][0]} {words.STATUSES[exercise.status]}", **{"class": exercise.status}),
            _tag("td", f"{exercise.points:g} of {exercise.max_points:g}", **{"class": "points"}),
        )
        for exercise in report.exercises
    ]
    head = _tag("thead", _tag("tr", *(_tag("th", name, scope="col", **{"class": name.lower()}) for name in names)))
    return _tag("table", _tag("caption", "All exercises"), head, _tag("tbody", *rows))


def _exercise(exercise: ExerciseReport) -> ET.Element:
    checks = [_check(exercise, check) for check in exercise.checks]
    solved = exercise.status == "passed" and exercise.explanation
    behind = [_tag("h3", "What is behind it"), *_prose(exercise.explanation)] if solved else []
    heading = _tag("h2", exercise.slug, ": ", exercise.title)
    return _tag("section", heading, _tag("ul", *checks), *behind, id=exercise.slug)


def _check(exercise: ExerciseReport, check: CheckResult) -> ET.Element:
    sign = _tag("span", f"{SIGNS[check.status][0]} {words.STATUSES[check.status]}", **{"class": check.status})
    points = f"{check.points:g} of {check.max_points:g}"
    parts: list[ET.Element] = [_tag("p", sign, " ", *_coded(check.title), " ", _tag("small", f"({points})"))]
    if check.message:
        parts.append(_tag("p", *_coded(check.message)))
    where, excerpt = words.place(exercise, check), words.excerpt_of(exercise, check)
    if check.status == "failed":
        parts += [_tag("p", "Look at ", _tag("code", where), ".")] if where else []
        parts += [_tag("pre", f"{check.line} │ {excerpt}")] if excerpt else []
    parts += _helps(exercise, check)
    return _tag("li", *parts)


def _helps(exercise: ExerciseReport, check: CheckResult) -> Iterator[ET.Element]:
    """Yield what helps with a check: the known mistakes, or a hint, and the token."""
    for diagnosis in exercise.explaining(check):
        happened = _tag("p", _tag("strong", diagnosis.label), " ", *_coded(diagnosis.happened))
        remedy = _tag("p", "→ ", *_coded(diagnosis.remedy))
        link = _tag("p", _tag("a", diagnosis.link, href=diagnosis.link))
        yield _tag("div", happened, remedy, link, **{"class": "diagnosis"})
    hint, token = words.hint(exercise, check), words.token_of(exercise, check)
    if hint:
        yield _tag("div", _tag("p", _tag("b", "Hint")), *_prose(hint))
    if token:
        yield _token(token)


def _token(token: Sighting) -> ET.Element:
    rows = [("header", *pair) for pair in words.header(token)] + [("payload", *pair) for pair in words.claims(token)]
    body = [
        _tag("tr", _tag("td", part), _tag("th", name, scope="row"), _tag("td", _tag("code", value)))
        for part, name, value in rows
    ]
    head = _tag("thead", _tag("tr", *(_tag("th", name, scope="col") for name in ("Part", "Name", "Value"))))
    return _tag("table", _tag("caption", words.made(token)), head, _tag("tbody", *body))


def _prose(text: str) -> Iterator[ET.Element]:
    """Yield paragraphs, and the indented lines of examples as they are."""
    for paragraph in words.paragraphs(text):
        example = "\n".join(line.removeprefix(words.INDENT) for line in paragraph)
        is_example = paragraph[0].startswith(words.INDENT)
        yield _tag("pre", example) if is_example else _tag("p", *_coded(" ".join(paragraph)))


def _coded(text: str) -> Iterator[str | ET.Element]:
    """Yield a sentence, with its words in backticks as code."""
    for index, part in enumerate(CODE.split(text)):
        yield _tag("code", part) if index % 2 else part


def _tag(name: str, /, *content: str | ET.Element, **attributes: str) -> ET.Element:
    """Make an element that holds texts and elements in their order."""
    made = ET.Element(name, attributes)
    last: ET.Element | None = None
    for part in content:
        if isinstance(part, ET.Element):
            made.append(part)
            last = part
        elif last is None:
            made.text = (made.text or "") + part
        else:
            last.tail = (last.tail or "") + part
    return made
