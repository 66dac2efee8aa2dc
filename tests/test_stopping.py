"""The processes that run programs end when they are told to, at whatever moment that is."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from grader.sandbox import process

if not process.CAN_FORK:
    pytest.skip("there is no server where there is no fork", allow_module_level=True)

from grader.sandbox import zygote


def test_a_child_that_has_no_group_of_its_own_yet_ends() -> None:
    """One that was forked just now is killed all the same, so that nobody who leaves at once has to wait for it."""
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(30)"]) as child:
        assert zygote._end(child.pid) == -signal.SIGKILL  # noqa: SLF001 - a race decides whether a user sees it
