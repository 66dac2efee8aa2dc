"""Misconceptions that show when a function is called: what it takes, and whether it then does anything at all."""

from __future__ import annotations

import re

from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.judge.signs.settings import no_default_lifetime
from grader.judge.signs.trust import observations
from grader.text import clean
from grader.verbs import Check

OTHER_ARGUMENTS = re.compile(r"\(\) (takes|missing) .*arguments?\b")


def wrong_parameters(case: Case) -> Figures | None:
    """A function cannot be called with the arguments that the task speaks of."""
    if no_default_lifetime(case) is not None:
        return None
    for observation in (o for check in case.open(Check) for o in observations(case, check)):
        error = observation.reply.error if observation.reply else None
        called = observation.step.do == "call" and error and error.type == "TypeError" and error.line is None
        if called and error and OTHER_ARGUMENTS.search(error.message):
            count = len(observation.step.args)
            given = f"{count} argument{'' if count == 1 else 's'}"
            return {"function": observation.step.name, "given": given, "error": clean(error.message)}
    return None


def async_function(case: Case) -> Figures | None:
    """A function is declared with async, so that a call gives a coroutine, and nothing has been done yet."""
    for check in case.open(Check):
        for about in case.subjects(check):
            value = about.observation.reply.value if about.observation.reply else None
            if about.observation.step.do == "call" and value and value.type == "coroutine":
                return {"function": about.observation.step.name}
    return None
