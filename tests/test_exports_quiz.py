"""Quizzes for learning platforms: each one's own grammar takes them, and nothing of a question is lost."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from support import MINIMAL, all_exercises, run_grader

from grader import catalog
from grader.exercise import Exercise
from grader.exports import canvas, gift, moodle
from grader.exports.html import code, prose
from grader.exports.questions import Asked, questions

TITLE = "JWT / {1} ~ = # : \\ & <b>"
HOSTILE = "a = {b} ~ c # d: e \\n \\\\ <b>&amp;</b> ]]> %50% -> é 😀 \x01 ::x:: // $CATEGORY: y"
READ_GIFT = """
const gift = require("gift-pegjs");
let text = "";
process.stdin.on("data", part => text += part);
process.stdin.on("end", () => console.log(JSON.stringify(gift.parse(text))));
"""


def hostile() -> Exercise:
    """Give an exercise whose texts are full of what means something to the formats."""
    exercise = catalog.read(MINIMAL.encode(), Path("small.yaml"))
    assert exercise.question
    options = {
        letter: option.model_copy(update={"text": f"{HOSTILE} `{letter}`", "code": f"{HOSTILE}\n\n  x\n"})
        for letter, option in exercise.question.options.items()
    }
    question = exercise.question.model_copy(
        update={"ask": f"{HOSTILE}\n\n    {HOSTILE}\n\n\n{HOSTILE}", "options": options, "points": 2.5}
    )
    return exercise.model_copy(update={"title": HOSTILE, "question": question, "explanation": HOSTILE})


EVERY = questions((*all_exercises().exercises, hostile()))


def read_gift(text: str) -> list[dict[str, Any]]:
    """Read a file of GIFT as its published grammar does; skips where that cannot be had."""
    if not shutil.which("node"):
        pytest.skip("there is no node to run the grammar of GIFT with")
    there = subprocess.run(["node", "-e", "require('gift-pegjs')"], capture_output=True, check=False)
    if there.returncode:
        pytest.skip("node has no gift-pegjs: npm install --prefix .venv gift-pegjs, and NODE_PATH=.venv/node_modules")
    done = subprocess.run(["node", "-e", READ_GIFT], input=text, capture_output=True, check=True, encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def contents(package: bytes) -> Mapping[str, bytes]:
    """Give the files of a package."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def told(asked: Asked) -> list[tuple[str, str, bool]]:
    """Give all that is to be found of a question's choices."""
    return [(choice.shown, choice.feedback, choice.is_right) for choice in asked.choices]


def test_gift_is_read_as_it_was_meant() -> None:
    """The published grammar finds every question, option and feedback, letter for letter."""
    category, *read = read_gift(gift.render(EVERY, TITLE))
    assert category["type"] == "Category"
    assert len(read) == len(EVERY)
    for found, asked in zip(read, EVERY, strict=True):
        assert found["type"] == "MC"
        assert found["stem"]["format"] == "html"
        assert (found["title"], found["stem"]["text"]) == (asked.title, asked.shown)
        assert found["globalFeedback"]["text"] == asked.explanation
        choices = [(each["text"]["text"], each["feedback"]["text"], each["isCorrect"]) for each in found["choices"]]
        assert choices == told(asked)


def test_gift_keeps_each_question_in_one_piece() -> None:
    """An empty line would end a question, and a special character that stands for itself is escaped."""
    text = gift.render(EVERY, TITLE)
    assert len(text.strip().split("\n\n")) == 1 + len(EVERY)
    for block in text.strip().split("\n\n")[1:]:
        assert len(re.findall(r"(?<!\\)=", block)) == 1, "one answer is right"
        assert len(re.findall(r"(?<!\\)[{}]", block)) == 2


def test_moodle_xml_holds_every_question_with_its_points() -> None:
    """Texts, options, feedback and points are found where Moodle looks for them."""
    root = etree.fromstring(moodle.render(EVERY, TITLE).encode())
    category, *read = root.findall("question")
    assert category.findtext("category/text") == "$course$/top/JWT // {1} ~ = # : \\ & <b>"
    for found, asked in zip(read, EVERY, strict=True):
        assert found.get("type") == "multichoice"
        names = ("name/text", "questiontext/text", "generalfeedback/text", "idnumber")
        assert [found.findtext(name) for name in names] == [asked.title, asked.shown, asked.explanation, asked.slug]
        assert float(found.findtext("defaultgrade") or 0) == asked.points
        assert (found.findtext("single"), found.findtext("shuffleanswers")) == ("true", "false")
        answers = [
            (each.findtext("text"), each.findtext("feedback/text"), each.get("fraction") == "100")
            for each in found.findall("answer")
        ]
        assert answers == told(asked)
        assert {each.get("format") for each in found.iter("questiontext", "answer", "feedback")} == {"html"}


@pytest.fixture(scope="module")
def quiz() -> etree._Element:
    """Give the quiz in a package for Canvas."""
    (content,) = (text for name, text in contents(canvas.render(EVERY, TITLE)).items() if "/quiz_" in name)
    return etree.fromstring(content)


def test_canvas_gets_valid_qti(quiz: etree._Element) -> None:
    """The order and the place of all elements are those of QTI 1.2, and no identifier is there twice."""
    document = etree.tostring(quiz).decode().replace('xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"', "")
    dtd = etree.DTD(str(Path(__file__).with_name("qti.dtd")))
    assert dtd.validate(etree.fromstring(document)), dtd.error_log
    broken = etree.fromstring(document.replace("<render_choice>", "<render_choice><material/>", 1))
    assert not dtd.validate(broken)


def test_canvas_gets_every_question_with_its_points(quiz: etree._Element) -> None:
    """Choices, feedback, points and the right answer are linked by identifiers that are there."""
    q = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"

    def text(parent: etree._Element) -> str | None:
        return parent.findtext(f".//{q}mattext")

    items = quiz.findall(f".//{q}item")
    for item, asked in zip(items, EVERY, strict=True):
        fields = item.findall(f".//{q}qtimetadatafield")
        facts = {field.findtext(f"{q}fieldlabel"): field.findtext(f"{q}fieldentry") for field in fields}
        assert facts["question_type"] == "multiple_choice_question"
        assert float(facts["points_possible"] or 0) == asked.points
        assert item.get("title") == asked.title
        assert item.findtext(f"{q}presentation/{q}material/{q}mattext") == asked.shown
        feedback = {each.get("ident"): text(each) for each in item.findall(f"{q}itemfeedback")}
        linked, right = {}, []
        for condition in item.findall(f".//{q}respcondition"):
            ident, shows = condition.findtext(f".//{q}varequal"), condition.find(f"{q}displayfeedback")
            right += [ident] if condition.findtext(f"{q}setvar") == "100" else []
            if shows is not None:
                linked[ident] = feedback[shows.get("linkrefid")]
        labels = item.findall(f".//{q}response_label")
        choices = [(text(each), linked[each.get("ident")], each.get("ident") in right) for each in labels]
        assert choices == told(asked)
        assert linked[None] == asked.explanation
        assert (facts["original_answer_ids"] or "").split(",") == [each.get("ident") for each in labels]


def test_canvas_gets_a_package_whose_manifest_names_its_files() -> None:
    """Each file that is named is there, and each that is there is named."""
    files = contents(canvas.render(EVERY, TITLE))
    manifest = etree.fromstring(files["imsmanifest.xml"])
    p = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
    assert {file.get("href") for file in manifest.iter(f"{p}file")} == set(files) - {"imsmanifest.xml"}
    quiz, settings = manifest.findall(f".//{p}resource")
    assert quiz.get("type") == "imsqti_xmlv1p2"
    dependency = quiz.find(f"{p}dependency")
    assert dependency is not None
    assert dependency.get("identifierref") == settings.get("identifier")
    meta = etree.fromstring(files[str(settings.get("href"))])
    c = "{http://canvas.instructure.com/xsd/cccv1p0}"
    assert meta.get("identifier") == quiz.get("identifier")
    assert meta.findtext(f"{c}title") == TITLE
    assert float(meta.findtext(f"{c}points_possible") or 0) == sum(asked.points for asked in EVERY)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (prose("Say `a<b>` & go.\n\n\nThen:\n\n    x = 1\n\n    if x:\n        y"), None),
        (code('\n    "a"\n\n    b\n\n'), '<pre><code>    "a"\n\n    b</code></pre>'),
        (prose("one ` two"), "<p>one ` two</p>"),
    ],
)
def test_texts_are_set_as_on_the_terminal(shown: str, expected: str | None) -> None:
    """Paragraphs, words in backticks and indented code are told apart, and nothing of them is markup."""
    assert shown == (
        expected
        or "<p>Say <code>a&lt;b&gt;</code> &amp; go.</p><p>Then:</p>"
        "<pre><code>x = 1</code></pre><pre><code>if x:\n    y</code></pre>"
    )


@pytest.mark.parametrize(
    ("arguments", "name", "next_step"),
    [
        (("moodle",), "jwt-quiz.xml", "In Moodle: Question bank, Import, Moodle XML format."),
        (("moodle", "--as", "gift"), "jwt-quiz.gift", "In Moodle: Question bank, Import, GIFT format."),
        (("canvas",), "jwt-quiz.zip", "In Canvas: Settings, Import Course Content, QTI .zip file."),
    ],
)
def test_a_quiz_is_written_the_same_each_time(
    tmp_path: Path, arguments: tuple[str, ...], name: str, next_step: str
) -> None:
    """The file is told, and what to do with it; made elsewhere, at another time, it is the same bytes."""
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "small.yaml").write_text(MINIMAL, encoding="utf-8")
    done = run_grader("export", *arguments, "--exercises", "exercises", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"\n  ✓ Written to `{name}`: 1 question.\n\n  {next_step}\n\n"
    first = (tmp_path / name).read_bytes()
    again = ("--exercises", "exercises", "--output", "again", "small")
    assert run_grader("export", *arguments, *again, cwd=tmp_path, TZ="Asia/Kathmandu").returncode == 0
    assert (tmp_path / "again").read_bytes() == first


@pytest.mark.parametrize(
    ("arguments", "told_so"),
    [
        (("purpos",), "There is no exercise 'purpos'; did you mean 'purpose'?\n"),
        (("--output", "no/quiz.xml"), f"{Path('no/quiz.xml')} cannot be written: No such file or directory. "),
    ],
)
def test_what_cannot_be_exported_is_told(tmp_path: Path, arguments: tuple[str, ...], told_so: str) -> None:
    """A sentence says why nothing was written."""
    done = run_grader("export", "moodle", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(told_so)
    assert list(tmp_path.iterdir()) == []


def test_without_a_question_there_is_no_quiz(tmp_path: Path) -> None:
    """Exercises that only have tasks are not a quiz."""
    text = re.sub(r"question:\n(  .*\n)+", "", MINIMAL)
    (tmp_path / "small.yaml").write_text(text, encoding="utf-8")
    done = run_grader("export", "canvas", "--exercises", ".", cwd=tmp_path)
    told_so = "There is no question in what you chose: `grader list` shows which exercises have one.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told_so)
