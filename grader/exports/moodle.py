"""Questions in Moodle's XML, with their points.

https://docs.moodle.org/en/Moodle_XML_format
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from grader.exports.html import plain
from grader.exports.questions import Asked, Choice

ALL, NOTHING = "100", "0"


def render(asked: Iterable[Asked], title: str) -> str:
    """Give a file of questions in a category of this title."""
    quiz = ET.Element("quiz")
    category = ET.SubElement(quiz, "question", type="category")
    _text(category, "category", f"$course$/top/{plain(title).replace('/', '//')}")  # one slash parts it from its parent
    for each in asked:
        _question(ET.SubElement(quiz, "question", type="multichoice"), each)
    ET.indent(quiz)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(quiz, encoding="unicode")}\n'


def _question(question: ET.Element, asked: Asked) -> None:
    _text(question, "name", asked.title)
    _text(question, "questiontext", asked.shown, format="html")
    _text(question, "generalfeedback", asked.explanation, format="html")
    settings = {
        "defaultgrade": f"{asked.points:g}",
        "idnumber": asked.slug,
        "single": "true",
        "shuffleanswers": "false",
        "answernumbering": "ABCD",
    }
    for name, value in settings.items():
        ET.SubElement(question, name).text = value
    for choice in asked.choices:
        _choice(question, choice)


def _choice(question: ET.Element, choice: Choice) -> None:
    answer = ET.SubElement(question, "answer", fraction=ALL if choice.is_right else NOTHING, format="html")
    ET.SubElement(answer, "text").text = choice.shown
    _text(answer, "feedback", choice.feedback, format="html")


def _text(parent: ET.Element, name: str, content: str, **attributes: str) -> None:
    ET.SubElement(ET.SubElement(parent, name, attributes), "text").text = content
