"""An autograder for Gradescope: a zip that installs the grader once, and grades each submission.

https://gradescope-autograders.readthedocs.io/en/latest/specs/
"""

from __future__ import annotations

import shlex

from grader.exports.installing import Installed
from grader.files import zipped

SETUP = """\
#!/usr/bin/env bash
# Gradescope runs this once, when it builds the machine that grades.
set -euo pipefail
cd "${AUTOGRADER:-/autograder}"
apt-get update -qq
apt-get install -qqy python3 python3-venv libseccomp2
python3 -I -m venv jwt-grader
jwt-grader/bin/python -I -m pip install --quiet REQUIREMENT
"""
RUN = """\
#!/usr/bin/env bash
# Gradescope runs this for each submission, and reads results/results.json.
cd "${AUTOGRADER:-/autograder}" || exit
jwt-grader/bin/python -I -m grader check submission --exercises source/exercises --hidden \\
  --require-isolation ISOLATION --report gradescope=results/results.json
code=$?
if [ "$code" -gt 1 ]; then exit "$code"; fi # with 1 something is wrong in the submission, which was graded
"""


def render(installed: Installed, isolation: str) -> bytes:
    """Give the zip; it refuses to run a submission that is less shut in than this level."""
    requirement = f"./source/{installed.requirement}" if installed.wheel else installed.requirement
    wheel = {installed.requirement: installed.wheel} if installed.wheel else {}
    scripts = {
        "setup.sh": SETUP.replace("REQUIREMENT", shlex.quote(requirement)),
        "run_autograder": RUN.replace("ISOLATION", isolation),
    }
    exercises = {f"exercises/{name}": content for name, content in installed.exercises.items()}
    return zipped({**exercises, **wheel, **{name: text.encode() for name, text in scripts.items()}}, programs=scripts)
