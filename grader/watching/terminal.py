"""The terminal while the watch has it, and given back as it was: whatever ends the watch, or stops it for a while."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType

from grader.watching.events import Ended, Event, Resized

ENTER = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J"
"""The other screen, without a cursor, empty."""
LEAVE = "\x1b[?25h\x1b[?1049l"
ENDING = 128
"""To this the number of a signal is added for the exit code."""


@contextlib.contextmanager
def taken(*, whole: bool, tell: Callable[[Event], None]) -> Iterator[None]:
    """Take the terminal: keys come one by one and unseen; the `whole` screen is ours, or else we print below it."""

    def write(sequence: str) -> None:
        if whole:
            with contextlib.suppress(OSError):  # the window was closed
                sys.stdout.write(sequence)
                sys.stdout.flush()

    with _keys_one_by_one() as (one_by_one, as_before):

        def take() -> None:
            one_by_one()
            write(ENTER)

        def give_back() -> None:
            write(LEAVE)
            as_before()

        try:
            take()
            with _signals(take, give_back, tell):
                yield
        finally:
            give_back()


if sys.platform == "win32":

    @contextlib.contextmanager
    def _keys_one_by_one() -> Iterator[tuple[Callable[[], None], Callable[[], None]]]:
        """Windows gives keys one by one to who asks for them so."""
        yield (lambda: None), (lambda: None)

    @contextlib.contextmanager
    def _signals(
        take: Callable[[], None], give_back: Callable[[], None], tell: Callable[[Event], None]
    ) -> Iterator[None]:
        """Windows tells neither of another size nor of being stopped, and Ctrl-C as an exception."""
        del take, give_back, tell
        yield

else:
    import termios
    import tty

    @contextlib.contextmanager
    def _keys_one_by_one() -> Iterator[tuple[Callable[[], None], Callable[[], None]]]:
        keyboard = sys.stdin.fileno()
        before = termios.tcgetattr(keyboard)

        def as_before() -> None:
            with contextlib.suppress(termios.error):  # the window was closed
                termios.tcsetattr(keyboard, termios.TCSADRAIN, before)

        def one_by_one() -> None:
            tty.setcbreak(keyboard, termios.TCSADRAIN)

        yield one_by_one, as_before

    @contextlib.contextmanager
    def _signals(
        take: Callable[[], None], give_back: Callable[[], None], tell: Callable[[Event], None]
    ) -> Iterator[None]:
        def end(number: int, _: FrameType | None) -> None:
            signal.signal(number, before[number])  # whoever insists gets it at once
            tell(Ended(ENDING + number))

        def stop(_: int, __: FrameType | None) -> None:
            give_back()
            signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGTSTP)
            signal.signal(signal.SIGTSTP, stop)  # here the program goes on
            take()
            tell(Resized())

        handlers = {
            signal.SIGWINCH: lambda _, __: tell(Resized()),
            signal.SIGINT: end,
            signal.SIGTERM: end,
            signal.SIGHUP: end,
            signal.SIGTSTP: stop,
        }
        before = {int(number): signal.getsignal(number) for number in handlers}
        try:
            for number, handler in handlers.items():
                signal.signal(number, handler)
            yield
        finally:
            for each, earlier in before.items():
                signal.signal(each, earlier)
