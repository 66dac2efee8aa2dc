"""What the fork server does before programs come."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from grader.sandbox import rehearsal

REHEARSE = """
import functools, json, linecache, sys

from grader.sandbox import child, clock, rehearsal
from grader.sandbox.complaints import Complaints
from grader.sandbox.recorder import Recorder
from grader.sandbox.surroundings import Surroundings

clock.freeze()
recorder = Recorder()
recorder.install()
serve = functools.partial(child.serve, recorder=recorder, surroundings=Surroundings(Complaints()))
replies = rehearsal.rehearse(serve)
left = [*sys.modules.keys() & {rehearsal.NAME}, *linecache.cache.keys() & {rehearsal.FILE}]
print(json.dumps([replies, left]))
"""


def test_a_rehearsal_is_the_real_thing_and_leaves_nothing() -> None:
    """Each step of the rehearsal succeeds as a student's would, noted calls included, and no trace stays."""
    environment = {**os.environ, "PYTHONPATH": str(Path(rehearsal.__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", REHEARSE], env=environment, capture_output=True, text=True, check=True)
    replies, left = json.loads(done.stdout)
    assert [reply["end"] for reply in replies] == ["returned"] * len(rehearsal.STEPS)
    assert [len(reply["encodings"]) for reply in replies] == [0, 1, 0, 1, 0, 1]
    assert left == []
