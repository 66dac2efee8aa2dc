"""Our side of the process that runs a student's program: start it, ask, wait no longer than a step may take, end it.

Limits are kept from outside: the clock that counts a step's seconds and the eye on how much was printed are here,
where no code of the student's runs.
"""

from __future__ import annotations

import base64
import contextlib
import os
import re
import socket
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from typing import IO

from pydantic import ValidationError

from grader.errors import SandboxError
from grader.evidence import End, Evidence, Observation, Reply, observed
from grader.plan import Step, rounds
from grader.sandbox import wire
from grader.sandbox.process import GLANCE, START_LIMIT, Process, start
from grader.values import UnknownReferenceError

MAX_OUTPUT = 1024 * 1024
KEPT_OUTPUT = 16 * 1024
MAX_THREADS = 256
IMPORTS_FASTAPI = re.compile(rb"^[ \t]*(?:from|import)\b[^#\r\n]*\b(?:fastapi|pydantic|starlette)", re.MULTILINE)
"""Such a program gets a process that has it loaded: not all of FastAPI can be, once the clock is frozen."""


def run(file: str, source: bytes, steps: Iterable[Step]) -> Evidence:
    """Take a program through the steps in a process of its own; whatever it does is evidence and never raises here.

    A step that ends the process is blamed alone: what else is to be done is done in a new process, in which the file
    is loaded again, but the deadly step is not tried again. Raises SandboxError only if no process can be started.
    """
    all_steps = tuple(steps)
    web = any(step.serves for step in all_steps) or IMPORTS_FASTAPI.search(source) is not None
    observations: list[Observation] = []
    deadly: set[str] = set()
    with contextlib.ExitStack() as stack:
        conversation: _Conversation | None = None
        for each in rounds(all_steps):
            load, first = each[0], len(observations)
            for planned in each:
                try:
                    step = planned.ready(observed(observations[first:]))
                except UnknownReferenceError:
                    observations.append(Observation(planned, "not_given"))
                    continue
                load = step if step.do == "run" else load
                if step.id in deadly or load.id in deadly or (step is not load and conversation is None):
                    observations.append(Observation(step, "not_reached"))
                    continue
                anew = web and step.do == "run"  # what libraries such as an ORM keep is gone when a server starts again
                if conversation is None or conversation.over or anew:
                    if conversation:
                        conversation.process.end()
                    conversation = stack.enter_context(_conversation(file, source, web=web))
                    if step is not load:
                        conversation.observe(load)
                observation = Observation(step, "not_reached") if conversation.over else conversation.observe(step)
                observations.append(observation)
                if conversation.over and not (step.as_script and observation.end == "exited"):
                    deadly.add(step.id)  # but a script that ends itself is run again
    return Evidence(file, source, tuple(observations))


@contextlib.contextmanager
def _conversation(file: str, source: bytes, *, web: bool) -> Iterator[_Conversation]:
    """Start a process, wait until it is ready, hand it the program, and see that nothing of it stays."""
    ours, theirs = socket.socketpair()
    with ours, theirs, tempfile.TemporaryFile() as output:
        process = start(theirs, output, web=web)
        theirs.close()
        try:
            ours.settimeout(GLANCE)
            conversation = _Conversation(ours, output, process)
            conversation.begin(file, source)
            yield conversation
        finally:
            process.end()


class _TimedOutError(Exception):
    """The step took longer than it may."""


class _OutputLimitError(Exception):
    """The program printed more than it may."""


class _TooManyThreadsError(Exception):
    """The program started more threads than it may."""


class _Conversation:
    """One program's process, asked step by step until it is over."""

    def __init__(self, connection: socket.socket, output: IO[bytes], process: Process) -> None:
        self.connection, self.output, self.process = connection, output, process
        self.printed = 0
        self.over = False

    def begin(self, file: str, source: bytes) -> None:
        """Wait until the process is ready, so that no step pays for its start, and hand over the program."""
        hello = {"file": file, "source": base64.b64encode(source).decode()}
        try:
            wire.receive(self.connection, self._watch(START_LIMIT))
            wire.send(self.connection, hello, self._watch(START_LIMIT))
        except (_TimedOutError, wire.ClosedError, wire.FrameError) as error:
            raise SandboxError("The process that runs the submission did not start.") from error

    def observe(self, step: Step) -> Observation:
        """Have one step done, and tell how it ended, what was printed meanwhile and what the program's process said."""
        watch = self._watch(step.limit)
        try:
            wire.send(self.connection, step.instruction(), watch)
            reply = Reply.model_validate_json(wire.receive(self.connection, watch))
        except _TimedOutError:
            return self._ended(step, "timed_out")
        except _OutputLimitError:
            return self._ended(step, "output_limit")
        except _TooManyThreadsError:
            return self._ended(step, "out_of_memory")
        except (wire.FrameError, ValidationError):
            return self._ended(step, "refused")
        except wire.ClosedError:
            code = self.process.end()
            return self._ended(step, "crashed" if code is None or code < 0 else "exited", code)
        return Observation(step, reply.end, self._new_output(), reply)

    def _ended(self, step: Step, end: End, code: int | None = None) -> Observation:
        self.over = True
        told = Reply(end="exited", exit_code=code) if end == "exited" else None
        return Observation(step, end, self._new_output(), told)

    def _watch(self, limit: float) -> Callable[[], None]:
        """Make the watch over one step: it raises when the step has had its time, or when too much was printed.

        Time that its threads spent waiting for a processor is not its own, so that a busy machine fails nobody. The
        system forgets a thread that has ended, so what it tells is noted at each look.
        """
        process = self.process
        began, worked, before = time.monotonic(), process.worked(), process.waited()
        waited = dict(before)

        def watch() -> None:
            spent = time.monotonic() - began
            if spent > GLANCE:
                waited.update(process.waited())
            if spent > limit:
                waiting = sum(waited.values()) - sum(before.values())
                if process.worked() - worked > limit or spent - waiting > limit:
                    raise _TimedOutError
            if self._size() > MAX_OUTPUT:
                raise _OutputLimitError
            if spent > GLANCE and self.process.threads() > MAX_THREADS:
                raise _TooManyThreadsError

        return watch

    def _size(self) -> int:
        return os.fstat(self.output.fileno()).st_size

    def _new_output(self) -> str:
        """Give what was printed since the last look, cut to what is kept; text that is not UTF-8 shows as such."""
        start, self.printed = self.printed, self._size()
        printed = _read_at(self.output, min(self.printed - start, KEPT_OUTPUT), start)
        return printed.decode("utf-8", "backslashreplace")


def _read_at(file: IO[bytes], count: int, position: int) -> bytes:
    """Read without moving the place where the process, which shares it, goes on to write."""
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), max(count, 0), position)
    file.seek(position)
    read = file.read(max(count, 0))
    file.seek(0, os.SEEK_END)
    return read
