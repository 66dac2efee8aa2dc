"""Gradescope's results.json: a test for each check, with its points, and Markdown that helps with what failed.

What is not attempted counts as failed there. A fault of ours has no points to lose, and is told as such.
"""

from __future__ import annotations

import json
from typing import Any

from grader.report import CheckResult, ExerciseReport, Report
from grader.reporters import markdown, words
from grader.reporters.markup import inline, plain


def render(report: Report) -> str:
    """Give the results as JSON. The output of the run itself is for instructors: all of it is here."""
    seen = report.public()  # students read it at once, and whether it names a seed tells how hidden checks went
    asides = [inline(text) for _, text in words.asides(seen)] + [f"Note: {inline(note)}" for note in seen.notes]
    document = {
        "score": float(report.points),
        "output": "\n\n".join([*asides, plain(f"{words.grader(report)} · {words.run(seen)}")]),
        "output_format": "md",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [
            _test(exercise, check, f"{place}.{number}")
            for place, exercise in enumerate(report.exercises, 1)
            for number, check in enumerate(exercise.checks, 1)
        ],
        "extra_data": {
            "grader": {"version": report.grader, "exercises": report.exercises_digest, "isolation": report.isolation},
            "seed": str(report.seed),  # it has more digits than a number in JavaScript
            "versions": dict(report.versions),
            "misconceptions": {e.slug: [d.label for d in e.diagnoses] for e in report.exercises if e.diagnoses},
        },
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _test(exercise: ExerciseReport, check: CheckResult, number: str) -> dict[str, Any]:
    seen = exercise.public() if check.visibility == "visible" else exercise
    return {
        "name": f"{exercise.slug}: {check.title}",
        "number": number,
        "score": float(check.points),
        "max_score": float(check.max_points),
        "status": "passed" if check.status == "passed" else "failed",
        "output": "" if check.status == "passed" else markdown.about(seen, check),
        "output_format": "md",
        "visibility": check.visibility,
        "tags": [diagnosis.label for diagnosis in seen.explaining(check)],
    }
