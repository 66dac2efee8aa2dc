"""JUnit XML as Jenkins' junit-10 schema has it: a test suite for each exercise, a test case for each check."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TypeAlias
from xml.etree import ElementTree as ET

from grader.report import CheckResult, ExerciseReport, Report
from grader.reporters import words

Naming: TypeAlias = Callable[[ExerciseReport, CheckResult], Mapping[str, str]]
"""Gives the attributes of a test case that say which check it is."""


def render(report: Report) -> str:
    """Give the report as an XML document."""
    return document(report, _named)


def document(report: Report, named: Naming) -> str:
    """Give the document, its cases named in the way of those who read it."""
    root = ET.Element("testsuites", {"name": "jwt-grader", **_counts([c for e in report.exercises for c in e.checks])})
    facts = {"isolation": report.isolation, "exercises": report.exercises_digest, "grader": report.grader}
    facts |= report.versions
    for exercise in report.exercises:
        suite = ET.SubElement(root, "testsuite", {"name": exercise.slug, **_counts(exercise.checks)})
        suite.set("skipped", str(sum(check.status in ("skipped", "not_attempted") for check in exercise.checks)))
        properties = ET.SubElement(suite, "properties")
        for name, value in facts.items():
            ET.SubElement(properties, "property", {"name": name, "value": value})
        for check in exercise.checks:
            case = ET.SubElement(suite, "testcase", {**named(exercise, check), "time": "0"})
            _add_outcome(case, exercise, check)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _named(exercise: ExerciseReport, check: CheckResult) -> Mapping[str, str]:
    return {"name": check.id, "classname": f"exercises.{exercise.slug}.{check.part}"}


def _counts(checks: Collection[CheckResult]) -> dict[str, str]:
    statuses = [check.status for check in checks]
    return {
        "tests": str(len(statuses)),
        "failures": str(statuses.count("failed")),
        "errors": str(statuses.count("grader_error")),
    }


def _add_outcome(case: ET.Element, exercise: ExerciseReport, check: CheckResult) -> None:
    if check.status == "failed":
        failure = ET.SubElement(case, "failure", message=check.message, type=_type(exercise, check))
        failure.text = "\n".join([check.title, *words.details(exercise, check)])
    elif check.status == "grader_error":
        ET.SubElement(case, "error", message=check.message, type=check.status).text = check.message
    elif check.status != "passed":
        skipped = ET.SubElement(case, "skipped", message=check.message)
        skipped.text = "\n".join(words.advice(exercise, check)) or None


def _type(exercise: ExerciseReport, check: CheckResult) -> str:
    return next((diagnosis.label for diagnosis in exercise.explaining(check)), check.id)
