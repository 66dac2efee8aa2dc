"""The Common Test Report Format (https://ctrf.io): a test for each check; points are in `extra`, as it has no others.

Times are all 0: a report of the same submission is the same every time.
"""

from __future__ import annotations

import json
from typing import Any

from grader.report import CheckResult, ExerciseReport, Report, Status
from grader.reporters import words

SPEC = "0.0.0"
STATUSES: dict[Status, str] = {
    "passed": "passed",
    "failed": "failed",
    "skipped": "skipped",
    "not_attempted": "pending",
    "grader_error": "other",
}


def render(report: Report) -> str:
    """Give the report as JSON."""
    tests = [_test(report, exercise, check) for exercise in report.exercises for check in exercise.checks]
    found = [test["status"] for test in tests]
    counts = {status: found.count(status) for status in STATUSES.values()}
    document = {
        "reportFormat": "CTRF",
        "specVersion": SPEC,
        "generatedBy": "jwt-grader",
        "results": {
            "tool": {"name": "jwt-grader", "version": report.grader},
            "summary": {"tests": len(tests), **counts, "suites": len(report.exercises), "start": 0, "stop": 0},
            "tests": tests,
            "environment": {"extra": dict(report.versions)},
            "extra": {
                "exercises": report.exercises_digest,
                "isolation": report.isolation,
                "points": float(report.points),
                "max_points": float(report.max_points),
            },
        },
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _test(report: Report, exercise: ExerciseReport, check: CheckResult) -> dict[str, Any]:
    labels = [diagnosis.label for diagnosis in exercise.explaining(check)]
    details = words.details(exercise, check)
    trace = {"trace": "\n".join(details)} if len(details) > 1 else {}
    message = {"message": check.message} if check.message else {}
    place = {"line": check.line} if check.line else {}
    snippet = {"snippet": check.excerpt} if check.excerpt else {}
    return {
        "name": f"{exercise.slug}: {check.title}",
        "status": STATUSES[check.status],
        "duration": 0,
        "suite": [exercise.slug, check.part],
        **message,
        **trace,
        **snippet,
        **place,
        "rawStatus": check.status,
        **({"tags": labels} if labels else {}),
        "filePath": f"{report.folder}{exercise.file_of(check)}",
        "extra": {"id": check.id, "points": float(check.points), "max_points": float(check.max_points)},
    }
