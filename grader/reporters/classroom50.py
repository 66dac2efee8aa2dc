"""The result that Classroom 50 collects (`classroom50/result/v1`): a test for each check, in whole numbers.

Whose result it is comes from the variables that Classroom 50 sets; where one is missing, so is its member, and their
runner says so. When it was handed in is part of the submission's tag.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from grader.report import Report

SCHEMA = "classroom50/result/v1"
VARIABLES = {
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "assignment_type": "ASSIGNMENT_TYPE",
    "owner": "OWNER",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
    "review": "REVIEW_URL",
}
TAG = re.compile(r"submit/(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z")
FINEST = 1000
"""Points are told apart down to this part of one."""
NOTHING = 1e-6


def render(report: Report) -> str:
    """Give the result as JSON."""
    checks = [(exercise, check) for exercise in report.exercises for check in exercise.checks]
    scale = _scale([check.max_points for _, check in checks])
    tests = [
        {
            "test-name": f"{exercise.slug}: {check.title}",
            "passed": check.status == "passed",
            "score": round(check.points * scale),
            "max-score": round(check.max_points * scale),
            "message": check.message,
        }
        for exercise, check in checks
    ]
    known = {member: report.ci[name] for member, name in VARIABLES.items() if report.ci.get(name)}
    if "commit" in known:
        known.setdefault("review", known["commit"])
    tag = TAG.match(known.get("submission", ""))
    document = {
        "schema": SCHEMA,
        **known,
        **({"datetime": f"{tag[1]}T{tag[2]}:{tag[3]}:{tag[4]}Z"} if tag else {}),
        "score": sum(round(check.points * scale) for _, check in checks),
        "max-score": sum(round(check.max_points * scale) for _, check in checks),
        "tests": tests,
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _scale(points: Sequence[float]) -> int:
    """Give the least number by which all points have to be multiplied to be whole."""
    scales = range(1, FINEST)
    return next((by for by in scales if all(abs(each * by - round(each * by)) < NOTHING for each in points)), FINEST)
