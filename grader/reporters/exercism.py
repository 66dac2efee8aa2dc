"""Exercism's test runner interface, version 3: a test for each check, the exercise's number as that of its task."""

from __future__ import annotations

import json
from typing import Any

from grader.report import CheckResult, ExerciseReport, Report, Status
from grader.reporters import words

VERSION = 3
LONGEST = 65_535
"""Characters of a message: the site's limit."""
STATUSES: dict[Status, str] = {
    "passed": "pass",
    "failed": "fail",
    "skipped": "error",
    "not_attempted": "error",
    "grader_error": "error",
}


def render(report: Report) -> str:
    """Give the report as JSON. `error` is said of it as a whole only where nothing at all could be tested."""
    tests = [
        _test(exercise, check, number)
        for number, exercise in enumerate(report.exercises, 1)
        for check in exercise.checks
    ]
    found = {test["status"] for test in tests}
    untested = [text for _, text in words.asides(report)]
    if found <= {"error"}:
        message = "\n".join(untested) or "There is nothing to test."
        document = {"version": VERSION, "status": "error", "message": message[:LONGEST], "tests": tests}
    else:
        status = "pass" if found == {"pass"} else "fail"
        document = {"version": VERSION, "status": status, "message": None, "tests": tests}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _test(exercise: ExerciseReport, check: CheckResult, number: int) -> dict[str, Any]:
    return {
        "name": f"{exercise.slug}: {check.title}",
        "test_code": f"{exercise.title}: {check.title}",
        "status": STATUSES[check.status],
        "message": None if check.status == "passed" else "\n".join(words.details(exercise, check))[:LONGEST],
        "task_id": number,
    }
