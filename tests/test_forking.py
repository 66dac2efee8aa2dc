"""What a program that was forked finds: a process like any other, and nothing that another one has as well."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from web_apps import first_round, given, observe

from grader.sandbox import process
from grader.sandbox.fork_server import ForkServer

if not process.CAN_FORK:
    pytest.skip("there is no server where there is no fork", allow_module_level=True)

DRAWS = "import random, uuid\ndef drawn(): return [random.random(), random.getrandbits(60), str(uuid.uuid4())]\n"
TELLS = """
import os, threading
from concurrent.futures import ThreadPoolExecutor

def told():
    with ThreadPoolExecutor() as pool:
        inside = pool.submit(lambda: threading.current_thread() is threading.main_thread()).result()
    main = threading.main_thread()
    here = threading.current_thread() is main
    return [here, inside, main.ident == threading.get_ident(), threading.get_native_id() == os.getpid()]
"""
FORK_FAILS = """
import errno, os, resource
from grader.sandbox import kernel

os.setresuid(65534, 65534, 65534) if os.geteuid() == 0 else None
resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
try:
    kernel.fork() or os._exit(9)
except BlockingIOError as error:
    print(error)
"""


def test_no_two_programs_draw_the_same_random_numbers() -> None:
    """Each process draws numbers of its own, as if it had been started afresh."""
    rounds = [given(first_round(observe(DRAWS, "[{id: drawn, call: drawn}]"))["drawn"]) for _ in range(3)]
    for drawn in zip(*rounds, strict=True):
        assert len(set(drawn)) == len(rounds)


def test_the_thread_of_a_program_is_the_main_one() -> None:
    """Threads, and pools of them, are as in a process that was started afresh."""
    assert given(first_round(observe(TELLS, "[{id: told, call: told}]"))["told"]) == [True, False, True, True]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is no list of threads, nor is it relied on")
@pytest.mark.parametrize("web", [False, True], ids=["plain", "web"])
def test_the_server_has_one_thread(web: bool) -> None:
    """That is why a fork of it needs nothing put right in the child."""
    observe("import fastapi" if web else "", "[]")
    server = ForkServer.current(web=web)._popen.pid  # noqa: SLF001 - nothing else asks for it
    assert [task.name for task in Path(f"/proc/{server}/task").iterdir()] == [str(server)]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is os.fork that says so")
def test_a_fork_that_fails_says_so() -> None:
    """Where no process can be had, that is an OSError as it is with `os.fork`."""
    environment = {**os.environ, "PYTHONPATH": str(Path(process.__file__).parents[2])}
    command = [sys.executable, "-c", FORK_FAILS]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[Errno 11] Resource temporarily unavailable\n", "")
