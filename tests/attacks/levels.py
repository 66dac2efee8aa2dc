"""The ways in which student code is shut in: all that this machine offers, and with its means taken away one by one.

The means are taken away where they are used, in the process that runs student code: it is started from a file that
first puts something without effect in their place. So nothing in the product need know of tests.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from grader.sandbox import launch, process
from grader.sandbox.fork_server import ForkServer

LEVELS = ("full", "no_seccomp", "no_landlock", "neither", "fresh")
"""`full` is all that there is; `fresh` is that as well, in a new process for each program instead of a forked one."""
SHUT_IN = ("full", "fresh")
"""Where the host is out of reach, if the machine has Linux's means at all; the verdict and the neighbour always are."""
FILTERED = ("full", "no_landlock", "fresh")
"""Where system calls are filtered."""
FENCED = ("full", "no_seccomp", "fresh")
"""Where files are out of reach."""
FORKED = ("full", "no_seccomp", "no_landlock", "neither")
"""Where the fork server is."""

CHANGES = {
    "full": "",
    "no_seccomp": "kernel.build_filter = lambda *args, **options: None",
    "no_landlock": "kernel.restrict_files = kernel.restrict_signals = lambda *args: False",
    "neither": "kernel.build_filter = kernel.restrict_files = kernel.restrict_signals = lambda *args, **options: None",
    "fresh": "",
}
START = """\
import runpy
import sys

sys.path.append({folder!r})
from grader.sandbox import kernel, wire

sys.path.pop()
{change}
runpy.run_path({child!r}, run_name="__main__")
"""
"""What is started as `python -I FILE` in place of the child: it changes what the level says and then is the child."""
CHILD = launch.CHILD


class Levels:
    """The levels, each with a fork server of its own that is kept; `folder` is where their start files are put."""

    def __init__(self, folder: Path, changes: Mapping[str, str] = CHANGES) -> None:
        self.servers: dict[str, dict[bool, ForkServer]] = {}
        self.files = {level: folder / f"{level}_child.py" for level in changes}
        for level, file in self.files.items():
            start = START.format(folder=str(CHILD.parents[2]), change=changes[level], child=str(CHILD))
            file.write_text(start, encoding="utf-8")
            file.chmod(0o644)

    @contextlib.contextmanager
    def at(self, level: str) -> Iterator[None]:
        """Run programs at this level; not in two threads at once."""
        before = launch.CHILD, process.CAN_FORK, ForkServer._current  # noqa: SLF001 - a server for each level
        launch.CHILD, process.CAN_FORK = self.files[level], level != "fresh" and process.CAN_FORK
        ForkServer._current = self.servers.setdefault(level, {})  # noqa: SLF001
        try:
            yield
        finally:
            self.servers[level] = ForkServer._current  # noqa: SLF001
            launch.CHILD, process.CAN_FORK, ForkServer._current = before  # noqa: SLF001

    def close(self) -> None:
        """Let all servers go."""
        for server in (each for of_level in self.servers.values() for each in of_level.values()):
            server.close()
        self.servers.clear()


def fork_server(*, web: bool = False) -> int:
    """Give the process id of a fork server of the present level, started if there is none, when a child waits."""
    server = ForkServer.current(web=web)._popen.pid  # noqa: SLF001 - nothing but a test asks for it
    while not children(server):
        time.sleep(0.01)
    return server


def fork_servers() -> set[int]:
    """Give the process ids of both fork servers of the present level: any program may ask for the one with FastAPI."""
    return {fork_server(web=web) for web in (False, True)}


def children(of: int) -> list[int]:
    """Give the processes that this one has forked."""
    return [int(child) for child in Path(f"/proc/{of}/task/{of}/children").read_text(encoding="ascii").split()]
