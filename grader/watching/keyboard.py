"""Keys as they are pressed, in a thread of their own until the end."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterator

from grader.watching import keys

SPLIT = 0.05
"""Seconds: the rest of what a key sends comes within them; Escape alone has none."""
MOST = 1024
GLANCE = 0.02

if sys.platform == "win32":
    import msvcrt

    @contextlib.contextmanager
    def listening(tell: Callable[[str], None]) -> Iterator[None]:
        """Tell the name of each key that is pressed meanwhile."""
        over = threading.Event()

        def listen() -> None:
            while not over.wait(GLANCE):
                while msvcrt.kbhit():
                    typed = msvcrt.getwch()
                    special = typed in keys.CONSOLE_MARKS
                    tell(keys.CONSOLE.get(msvcrt.getwch(), "unknown") if special else keys.named_letter(typed))

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

else:
    import select

    @contextlib.contextmanager
    def listening(tell: Callable[[str], None]) -> Iterator[None]:
        """Tell the name of each key that is pressed meanwhile, and the end of input once it has come."""
        over, end = os.pipe()
        thread = threading.Thread(target=_listen, args=(sys.stdin.fileno(), over, tell), daemon=True)
        thread.start()
        try:
            yield
        finally:
            os.close(end)
            thread.join()
            os.close(over)

    def _listen(terminal: int, over: int, tell: Callable[[str], None]) -> None:
        while True:
            ready, _, _ = select.select([terminal, over], [], [])
            if over in ready:
                return
            data = _read(terminal)
            if not data:
                tell(keys.END_OF_INPUT)
                return
            if data == b"\x1b" and select.select([terminal], [], [], SPLIT)[0]:
                data += _read(terminal)
            for name in keys.named(data):
                tell(name)

    def _read(terminal: int) -> bytes:
        """Give what was typed; nothing if the terminal has gone."""
        try:
            return os.read(terminal, MOST)
        except OSError:
            return b""
