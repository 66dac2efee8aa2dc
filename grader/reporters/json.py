"""The report that other programs read: the same bytes for the same submission, exercises and versions.

Nothing that was drawn at random is in it. The format's name changes when a reader would have to.
"""

from __future__ import annotations

import json
from typing import Any

from grader.report import ExerciseReport, Report

FORMAT = "grader-report/1"


def render(report: Report) -> str:
    """Give the report as JSON with a final newline."""
    document = {
        "format": FORMAT,
        "grader": {"version": report.grader, "exercises": report.exercises_digest, "isolation": report.isolation},
        "versions": dict(report.versions),
        "points": float(report.points),
        "max_points": float(report.max_points),
        **({"withheld": True} if report.withheld else {}),
        "exercises": [_exercise(exercise) for exercise in report.exercises],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _exercise(exercise: ExerciseReport) -> dict[str, Any]:
    return {
        "slug": exercise.slug,
        "status": exercise.status,
        "points": float(exercise.points),
        "max_points": float(exercise.max_points),
        "misconceptions": [diagnosis.label for diagnosis in exercise.diagnoses],
        "checks": [
            {
                "id": check.id,
                "title": check.title,
                "part": check.part,
                "status": check.status,
                "points": float(check.points),
                "max_points": float(check.max_points),
                "message": check.message,
                "file": exercise.file_of(check),
                "line": check.line,
                "column": check.column,
                **({} if check.visibility == "visible" else {"visibility": check.visibility}),
            }
            for check in exercise.checks
        ],
    }
