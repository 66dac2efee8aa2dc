"""Questions as Canvas imports them: QTI 1.2 in a content package, with Canvas' own settings beside it.

https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_bindv1p2.html
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from grader.exports.html import plain
from grader.exports.questions import Asked, Choice
from grader.files import zipped

QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
ANSWERED, GENERAL = "response1", "general_fb"


def render(asked: Sequence[Asked], title: str) -> bytes:
    """Give a package with one quiz of this title, as a zip."""
    name = f"quiz_{hashlib.sha256(' '.join([title, *(each.slug for each in asked)]).encode()).hexdigest()[:16]}"
    documents = {
        "imsmanifest.xml": _manifest(name),
        f"{name}/assessment_meta.xml": _settings(name, plain(title), sum(each.points for each in asked)),
        f"{name}/{name}.xml": _assessment(name, plain(title), asked),
    }
    return zipped({path: _document(root) for path, root in documents.items()})


def _document(root: ET.Element) -> bytes:
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()


def _manifest(name: str) -> ET.Element:
    """Name the quiz, and the settings that it depends on."""
    manifest = ET.Element("manifest", {"identifier": f"{name}_manifest", "xmlns": PACKAGE})
    metadata = ET.SubElement(manifest, "metadata")
    ET.SubElement(metadata, "schema").text = "IMS Content"
    ET.SubElement(metadata, "schemaversion").text = "1.1.3"
    ET.SubElement(manifest, "organizations")
    resources = ET.SubElement(manifest, "resources")
    quiz = ET.SubElement(resources, "resource", identifier=name, type="imsqti_xmlv1p2")
    ET.SubElement(quiz, "file", href=f"{name}/{name}.xml")
    ET.SubElement(quiz, "dependency", identifierref=f"{name}_settings")
    kind, path = "associatedcontent/imscc_xmlv1p1/learning-application-resource", f"{name}/assessment_meta.xml"
    settings = ET.SubElement(resources, "resource", identifier=f"{name}_settings", type=kind, href=path)
    ET.SubElement(settings, "file", href=path)
    return manifest


def _settings(name: str, title: str, points: float) -> ET.Element:
    """Give the settings that matter: it may be tried again, and options stay in their order.

    The assignment that a graded quiz belongs to is made by Canvas where it imports one (its quiz_importer.rb).
    """
    quiz = ET.Element("quiz", {"identifier": name, "xmlns": CANVAS})
    values = {
        "title": title,
        "shuffle_answers": "false",
        "scoring_policy": "keep_highest",
        "quiz_type": "assignment",
        "points_possible": f"{points:g}",
        "show_correct_answers": "true",
        "allowed_attempts": "-1",
        "available": "false",
    }
    for key, value in values.items():
        ET.SubElement(quiz, key).text = value
    return quiz


def _assessment(name: str, title: str, asked: Sequence[Asked]) -> ET.Element:
    root = ET.Element("questestinterop", {"xmlns": QTI})
    assessment = ET.SubElement(root, "assessment", ident=name, title=title)
    _facts(assessment, {"cc_maxattempts": "unlimited"})
    section = ET.SubElement(assessment, "section", ident="root_section")
    for each in asked:
        _item(section, each)
    return root


def _item(section: ET.Element, asked: Asked) -> None:
    item = ET.SubElement(section, "item", ident=asked.slug, title=asked.title)
    facts = {
        "question_type": "multiple_choice_question",
        "points_possible": f"{asked.points:g}",
        "original_answer_ids": ",".join(_ident(asked, choice) for choice in asked.choices),
        "assessment_question_identifierref": f"{asked.slug}_question",
    }
    _facts(ET.SubElement(item, "itemmetadata"), facts)
    presentation = ET.SubElement(item, "presentation")
    _material(presentation, asked.shown)
    response = ET.SubElement(presentation, "response_lid", ident=ANSWERED, rcardinality="Single")
    choices = ET.SubElement(response, "render_choice")
    for choice in asked.choices:
        _material(ET.SubElement(choices, "response_label", ident=_ident(asked, choice)), choice.shown)
    _processing(item, asked)
    _feedback(item, GENERAL, asked.explanation)
    for choice in asked.choices:
        _feedback(item, f"{_ident(asked, choice)}_fb", choice.feedback)


def _processing(item: ET.Element, asked: Asked) -> None:
    """Say what follows from each answer: the general feedback, that of the choice, and the score of the right one."""
    processing = ET.SubElement(item, "resprocessing")
    score = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
    ET.SubElement(ET.SubElement(processing, "outcomes"), "decvar", score)
    always = ET.SubElement(processing, "respcondition", {"continue": "Yes"})
    ET.SubElement(ET.SubElement(always, "conditionvar"), "other")
    ET.SubElement(always, "displayfeedback", feedbacktype="Response", linkrefid=GENERAL)
    for choice in asked.choices:
        told = _chosen(processing, _ident(asked, choice), goes_on="Yes")
        ET.SubElement(told, "displayfeedback", feedbacktype="Response", linkrefid=f"{_ident(asked, choice)}_fb")
    right = _chosen(processing, _ident(asked, asked.right), goes_on="No")
    ET.SubElement(right, "setvar", action="Set", varname="SCORE").text = "100"


def _chosen(processing: ET.Element, ident: str, goes_on: str) -> ET.Element:
    condition = ET.SubElement(processing, "respcondition", {"continue": goes_on})
    ET.SubElement(ET.SubElement(condition, "conditionvar"), "varequal", respident=ANSWERED).text = ident
    return condition


def _feedback(item: ET.Element, ident: str, shown: str) -> None:
    _material(ET.SubElement(ET.SubElement(item, "itemfeedback", ident=ident), "flow_mat"), shown)


def _material(parent: ET.Element, shown: str) -> None:
    ET.SubElement(ET.SubElement(parent, "material"), "mattext", texttype="text/html").text = shown


def _facts(parent: ET.Element, facts: Mapping[str, str]) -> None:
    metadata = ET.SubElement(parent, "qtimetadata")
    for name, value in facts.items():
        field = ET.SubElement(metadata, "qtimetadatafield")
        ET.SubElement(field, "fieldlabel").text = name
        ET.SubElement(field, "fieldentry").text = value


def _ident(asked: Asked, choice: Choice) -> str:
    return f"{asked.slug}_{choice.letter}"
