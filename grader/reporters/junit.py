"""JUnit XML as Jenkins' junit-10 schema has it: a test suite for each exercise, a test case for each check."""

from __future__ import annotations

from collections.abc import Collection
from xml.etree import ElementTree as ET

from grader import __version__
from grader.report import CheckResult, ExerciseReport, Report
from grader.reporters.words import advice


def render(report: Report) -> str:
    """Give the report as an XML document."""
    root = ET.Element("testsuites", {"name": "jwt-grader", **_counts([c for e in report.exercises for c in e.checks])})
    facts = {"isolation": report.isolation, "exercises": report.exercises_digest, "grader": __version__}
    facts |= report.versions
    for exercise in report.exercises:
        suite = ET.SubElement(root, "testsuite", {"name": exercise.slug, **_counts(exercise.checks)})
        suite.set("skipped", str(sum(check.status in ("skipped", "not_attempted") for check in exercise.checks)))
        properties = ET.SubElement(suite, "properties")
        for name, value in facts.items():
            ET.SubElement(properties, "property", {"name": name, "value": value})
        for check in exercise.checks:
            _case(suite, exercise, check)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _counts(checks: Collection[CheckResult]) -> dict[str, str]:
    statuses = [check.status for check in checks]
    return {
        "tests": str(len(statuses)),
        "failures": str(statuses.count("failed")),
        "errors": str(statuses.count("grader_error")),
    }


def _case(suite: ET.Element, exercise: ExerciseReport, check: CheckResult) -> None:
    classname = f"exercises.{exercise.slug}.{check.part}"
    case = ET.SubElement(suite, "testcase", name=check.id, classname=classname, time="0")
    if check.status == "failed":
        failure = ET.SubElement(case, "failure", message=check.message, type=_type(exercise, check))
        failure.text = "\n".join([check.title, check.message, *advice(exercise, check)])
    elif check.status == "grader_error":
        ET.SubElement(case, "error", message=check.message, type=check.status)
    elif check.status != "passed":
        skipped = ET.SubElement(case, "skipped", message=check.message)
        skipped.text = "\n".join(advice(exercise, check)) or None


def _type(exercise: ExerciseReport, check: CheckResult) -> str:
    return next((diagnosis.label for diagnosis in exercise.explaining(check)), check.id)
