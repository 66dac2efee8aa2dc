"""A quiz for Canvas is built as by text2qti, which many courses import from: the same quiz is written by both."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree
from support import all_exercises
from text2qti.config import Config  # type: ignore[import-untyped]
from text2qti.qti import QTI  # type: ignore[import-untyped]
from text2qti.quiz import Quiz  # type: ignore[import-untyped]

from grader.exports import canvas
from grader.exports.questions import Asked, questions

TITLE = "JWT"
EVERY = questions(all_exercises().exercises)
NAMING = {"ident", "identifier", "identifierref", "linkrefid", "href"}
"""Attributes that name something; each program has names of its own."""
NAMES_AS_TEXT = {"original_answer_ids", "assessment_question_identifierref"}
Told = tuple[str, tuple[tuple[str, str], ...], str, tuple["Told", ...]]
"""An element: its tag, its attributes, its text, and what is in it."""


def written_for_text2qti(asked: Asked) -> Iterator[str]:
    """Give a question in the language of text2qti; its texts are not compared."""
    yield f"\nTitle: {asked.slug}\nPoints: {asked.points:g}\n1. question of {asked.slug}\n... explanation"
    for choice in asked.choices:
        mark = "*" if choice.is_right else ""
        yield f"{mark}{choice.letter.lower()}) option {choice.letter}\n... feedback {choice.letter}"


def documents(package: bytes) -> dict[str, etree._Element]:
    """Give what is in a package: the manifest, the settings and the questions."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        files = [name for name in archive.namelist() if not name.endswith("/")]
        names = sorted(files, key=lambda name: (name != "imsmanifest.xml", "meta" not in name))
        read = [etree.fromstring(archive.read(name)) for name in names]
        return dict(zip(("manifest", "settings", "questions"), read, strict=True))


THEIR_QUIZ = "\n".join([f"Quiz title: {TITLE}", *(line for each in EVERY for line in written_for_text2qti(each))])
OURS = documents(canvas.render(EVERY, TITLE))
THEIRS = documents(QTI(Quiz(THEIR_QUIZ, config=Config())).zip_bytes())


def skeleton(root: etree._Element) -> Told:
    """Give a document without what anybody may choose: names are numbered, texts that students read are left out."""
    numbers: dict[str, str] = {}

    def number(name: str) -> str:
        return re.sub(r"[^/,]+?(?=\.xml|/|,|$)", lambda each: numbers.setdefault(each[0], f"name {len(numbers)}"), name)

    def told(element: etree._Element, before: str) -> Told:
        tag = etree.QName(element).localname
        given = {str(key): str(value) for key, value in element.attrib.items()}
        attributes = {key: number(value) if key in NAMING else value for key, value in given.items()}
        attributes = {key: value for key, value in attributes.items() if key != "title" and "}" not in key}
        text = (element.text or "").strip()
        if tag == "varequal" or before in NAMES_AS_TEXT:
            text = number(text)
        inner, label = [], ""
        for each in element:
            inner.append(told(each, label))
            label = each.text or ""
        return tag, tuple(sorted(attributes.items())), "" if tag == "mattext" else text, tuple(inner)

    return told(root, "")


def test_questions_are_built_alike() -> None:
    """Each element, attribute and link is where text2qti puts it; only the attempts differ, which we do not limit."""
    unlimited = re.sub(
        r"'cc_maxattempts'(.*?)'1'", r"'cc_maxattempts'\1'unlimited'", repr(skeleton(THEIRS["questions"]))
    )
    assert repr(skeleton(OURS["questions"])) == unlimited


def test_the_package_is_built_alike() -> None:
    """The manifest names the same files in the same way; it lacks the date, which would change with each export."""
    theirs = THEIRS["manifest"]
    (metadata,) = theirs.findall("{*}metadata")
    for about in metadata.findall("{*}lom"):
        metadata.remove(about)
    assert skeleton(OURS["manifest"]) == skeleton(theirs)


@pytest.mark.parametrize("setting", [etree.QName(each).localname for each in OURS["settings"]])
def test_settings_are_those_of_text2qti(setting: str) -> None:
    """Every setting is one that text2qti writes, too, and says the same, but that one may try again."""
    ours, theirs = (settings.findtext(f"{{*}}{setting}") for settings in (OURS["settings"], THEIRS["settings"]))
    assert theirs is not None
    if setting == "allowed_attempts":
        assert (ours, theirs) == ("-1", "1")
    elif setting == "points_possible":
        assert float(ours or "") == float(theirs)
    else:
        assert ours == theirs
