"""A shell with one command: it leads the session, gives the command the terminal, and waits for its end or its stop.

When the command is stopped, a line typed to the shell lets it go on.
"""

from __future__ import annotations

import fcntl
import os
import signal
import sys
import termios


def main() -> None:
    """Run the command that the arguments give, and say how it ended."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # a shell may take the terminal back
    command = os.fork()
    if not command:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpid())
        for number in (signal.SIGTTOU, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 - that is what it is for
    while True:
        _, status = os.waitpid(command, os.WUNTRACED)
        os.tcsetpgrp(0, os.getpgrp())
        if not os.WIFSTOPPED(status):
            break
        print(f"[{command} is stopped]", flush=True)  # noqa: T201
        sys.stdin.readline()
        os.tcsetpgrp(0, command)
        os.killpg(command, signal.SIGCONT)
    print(f"[{command} has ended: {os.waitstatus_to_exitcode(status)}]", flush=True)  # noqa: T201


main()
