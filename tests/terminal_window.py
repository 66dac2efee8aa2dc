"""A terminal window as a person has it: a program runs in it, keys are typed, and what is on the screen is read."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyte
from support import environment

SHELL = Path(__file__).with_name("job_shell.py")
PATIENCE = 60.0
"""Seconds: only a fault makes a test wait as long."""
UP, DOWN, RIGHT, LEFT, ESCAPE = (b"\x1b[A", b"\x1bOB", b"\x1b[C", b"\x1b[D", b"\x1b")


class Window:
    """A window of a number of columns and lines; `raw` is all that the program has written."""

    def __init__(self, master: int, terminal: int, columns: int, lines: int) -> None:
        self._master, self.terminal = master, terminal
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""

    @property
    def lines(self) -> list[str]:
        """What is on the screen, line by line."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self.lines)

    @property
    def cursor_shown(self) -> bool:
        """Whether the cursor can be seen."""
        return not self._screen.cursor.hidden

    @property
    def settings(self) -> list[Any]:
        """The terminal's settings, such as whether what is typed is shown."""
        return termios.tcgetattr(self.terminal)

    @property
    def foreground(self) -> int:
        """The group of processes that has the terminal."""
        return os.tcgetpgrp(self._master)

    def type(self, keys: bytes | str) -> None:
        """Type keys."""
        os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size."""
        self._screen.resize(lines, columns)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def wait(self, shown: str | Callable[[str], bool]) -> str:
        """Wait until a text, however its lines are broken, or a screen of which this is true; give the screen."""

        def right(screen: str) -> bool:
            return shown in " ".join(screen.split()) or shown in screen if isinstance(shown, str) else shown(screen)

        end = time.monotonic() + PATIENCE
        while not right(self.text):
            assert time.monotonic() < end, f"{shown} was not shown, but:\n{self.text}"
            if select.select([self._master], [], [], 0.5)[0]:
                written = os.read(self._master, 65536)
                self.raw += written
                self._stream.feed(written)
        return self.text

    def wait_for_end(self) -> int:
        """Wait until the program has ended, and give its exit code."""
        ended = re.search(r"\[\d+ has ended: (-?\d+)\]", self.wait("has ended: "))
        assert ended
        return int(ended[1])


@contextlib.contextmanager
def window(*command: str, cwd: Path, variables: Mapping[str, str] | None = None) -> Iterator[Window]:
    """Open a window of 80 columns and 24 lines in which Python runs this command; nothing of it stays."""
    columns, lines = 80, 24
    master, terminal = os.openpty()
    opened = Window(master, terminal, columns, lines)
    opened.resize(columns, lines)
    shell = subprocess.Popen(
        [sys.executable, str(SHELL), sys.executable, *command],
        cwd=cwd,
        env=environment(**{"TERM": "xterm-256color", **(variables or {})}),
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
    )
    try:
        yield opened
    finally:
        os.close(terminal)
        os.close(master)  # which hangs up: all that runs in the window is told to end
        shell.wait(PATIENCE)
