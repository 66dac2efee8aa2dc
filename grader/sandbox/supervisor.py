"""Our side of the process that runs a student's program: start it, ask, wait no longer than a step may take, end it.

How much time there is for all steps together is decided here; what one step may do, in `watch`.
"""

from __future__ import annotations

import contextlib
import dataclasses
import re
from collections.abc import Iterable, Iterator

from grader.evidence import Evidence, Observation, plain
from grader.plan import PROGRAM_LIMIT, Step, rounds
from grader.sandbox.conversation import Conversation, conversation
from grader.values import UnknownReferenceError

HANGS_WAITED_FOR = 2
LATER_LIMIT = 2.0
"""Once so many steps have not finished in time, others than the loading of the file have no more seconds than this."""
IMPORTS_FASTAPI = re.compile(rb"^[ \t]*(?:from|import)\b[^#\r\n]*\b(?:fastapi|pydantic|starlette)", re.MULTILINE)
"""Such a program gets a process that has it loaded: not all of FastAPI can be, once the clock is frozen."""


def run(file: str, source: bytes, steps: Iterable[Step]) -> Evidence:
    """Take a program through the steps in a process of its own; whatever it does is evidence and never raises here.

    A step that ends the process is blamed alone: what else is to be done is done in a new process, in which the file
    is loaded again, but the deadly step is not tried again. Raises SandboxError only if no process can be started.
    """
    all_steps = tuple(steps)
    web = any(step.serves for step in all_steps) or IMPORTS_FASTAPI.search(source) is not None
    with contextlib.ExitStack() as stack:
        whole_run = _Run(file, source, stack, web=web)
        observations = tuple(each for steps in rounds(all_steps) for each in whole_run.observe_round(steps))
    return Evidence(file, source, observations)


class _Run:
    """A program taken through round after round: its process of the moment, and what is known of its steps."""

    def __init__(self, file: str, source: bytes, stack: contextlib.ExitStack, *, web: bool) -> None:
        self._file, self._source, self._stack, self._web = file, source, stack, web
        self._conversation: Conversation | None = None
        self._deadly: set[str] = set()
        self._gone = False
        self._hangs = 0
        self._spent = 0.0

    def observe_round(self, steps: list[Step]) -> Iterator[Observation]:
        """Do the steps of a round, each with what those before it gave."""
        load = steps[0]
        given: dict[str, object] = {}
        for planned in steps:
            try:
                step = planned.ready(given)
            except UnknownReferenceError:
                yield Observation(planned, "not_given")
                continue
            load = step if step.do == "run" else load
            # What a program has left in other modules, or libraries keep, is gone when a server starts again.
            anew = step is load and (self._web or planned is not steps[0])
            observation = self._observe(step, load, anew=anew)
            if observation.reply and observation.reply.value:
                given[f"@{step.id}"] = plain(observation.reply.value)
            yield observation

    def _observe(self, step: Step, load: Step, *, anew: bool) -> Observation:
        """Do a step, after the loading of the file if the process that has it loaded is gone."""
        if step is load:
            self._gone = False
        if {step.id, load.id} & self._deadly or self._gone or (step is not load and self._conversation is None):
            return Observation(step, "not_reached")
        if self._spent > PROGRAM_LIMIT:
            return Observation(step, "no_time_left")
        current = self._conversation
        if current is None or current.over or anew:
            current = self._begin()
            if step is not load:
                self._ask(current, load)
        observation = Observation(step, "not_reached") if current.over else self._ask(current, step)
        self._gone = step is load and current.over
        if current.over and not (self._gone and observation.end == "exited"):
            self._deadly.add(step.id)  # but a program that ends itself while it is loaded is loaded again
        return observation

    def _begin(self) -> Conversation:
        if self._conversation:
            self._conversation.process.end()
        self._conversation = self._stack.enter_context(conversation(self._file, self._source, web=self._web))
        return self._conversation

    def _ask(self, current: Conversation, step: Step) -> Observation:
        if self._hangs >= HANGS_WAITED_FOR and step.do != "run":
            step = dataclasses.replace(step, limit=min(step.limit, LATER_LIMIT))
        before = current.spent
        observation = current.observe(step)
        self._spent += current.spent - before
        self._hangs += observation.end == "timed_out"
        return observation
