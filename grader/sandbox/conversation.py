"""One program's process, asked step by step until it is over."""

from __future__ import annotations

import base64
import contextlib
import os
from collections.abc import Iterator
from typing import IO

from grader import evidence
from grader.errors import SandboxError
from grader.evidence import End, Literals, Observation, Reply
from grader.plan import Step
from grader.sandbox import wire
from grader.sandbox.process import start
from grader.sandbox.running import GLANCE, START_LIMIT, Process
from grader.sandbox.watch import StoppedError, Waits, Watch

KEPT_OUTPUT = 16 * 1024


@contextlib.contextmanager
def conversation(file: str, source: bytes, *, web: bool) -> Iterator[Conversation]:
    """Start a process, wait until it is ready, hand it the program, and see that nothing of it stays."""
    process = start(web=web)
    with process.connection, process.output:
        try:
            begun = Conversation(process)
            begun.begin(file, source)
            yield begun
        finally:
            process.end()


class Conversation:
    """What is asked of a process and told by it; `spent` are the seconds that its steps took, not all of them its own.

    It is `over` once a step has ended the process.
    """

    def __init__(self, process: Process) -> None:
        self.process = process
        process.connection.settimeout(GLANCE)
        self.told = wire.Receiver(process.connection)
        self.waits = Waits(process)
        self.literals: Literals | None = None
        self.printed = 0
        self.spent = 0.0
        self.over = False

    def begin(self, file: str, source: bytes) -> None:
        """Wait until the process is ready, so that no step pays for its start, and hand over the program."""
        hello = {"file": file, "source": base64.b64encode(source).decode()}
        try:
            self.told.receive(self._watch(START_LIMIT))
            wire.send(self.process.connection, hello, self._watch(START_LIMIT))
        except (StoppedError, wire.ClosedError, wire.FrameError) as error:
            raise SandboxError("The process that runs the submission did not start.") from error

    def observe(self, step: Step) -> Observation:
        """Have one step done, and tell how it ended, what was printed meanwhile and what the program's process said."""
        watch = self._watch(step.limit)
        try:
            wire.send(self.process.connection, step.instruction(), watch)
            if self.literals is None:  # the first step loads the file; it is told what stands there before that is run
                self.literals = evidence.literals(self.told.receive(watch))
            reply = evidence.reply(self.told.receive(watch))
            watch.see_output()
        except StoppedError as stopped:
            return self._ended(step, stopped.end)
        except (wire.FrameError, ValueError):
            return self._ended(step, "refused")
        except wire.ClosedError:
            code = self.process.end()
            return self._ended(step, "crashed" if code is None or code < 0 else "exited", code)
        finally:
            self.spent += watch.own()
        literals = self.literals if step.do == "run" else ()
        return Observation(step, reply.end, self._new_output(), reply, literals)

    def _ended(self, step: Step, end: End, code: int | None = None) -> Observation:
        self.over = True
        told = Reply(end="exited", exit_code=code) if end == "exited" else None
        return Observation(step, end, self._new_output(), told)

    def _watch(self, limit: float) -> Watch:
        return Watch(self.process, self.waits, self._size, limit)

    def _size(self) -> int:
        return os.fstat(self.process.output.fileno()).st_size

    def _new_output(self) -> str:
        """Give what was printed since the last look, cut to what is kept; text that is not UTF-8 shows as such."""
        start, self.printed = self.printed, self._size()
        printed = _read_at(self.process.output, min(self.printed - start, KEPT_OUTPUT), start)
        return printed.decode("utf-8", "backslashreplace")


def _read_at(file: IO[bytes], count: int, position: int) -> bytes:
    """Read without moving the place where the process, which shares it, goes on to write."""
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), max(count, 0), position)
    file.seek(position)
    read = file.read(max(count, 0))
    file.seek(0, os.SEEK_END)
    return read
