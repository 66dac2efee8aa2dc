"""Sentences about values, ends of steps and errors: what a student reads when a check did not hold.

What was drawn at random is named, never shown: the same mistake is told in the same words every time.
"""

from __future__ import annotations

import difflib
import re

from grader.evidence import Error, Evidence, Observation, Value, plain
from grader.judge.subject import Subject, subject
from grader.plan import PROGRAM_LIMIT
from grader.text import clean, steady
from grader.values import Bindings

KINDS = {
    "NoneType": "None",
    "bool": "True or False",
    "set": "a set",
    "bytes": "bytes",
    "bytearray": "bytes",
    "dict": "a dict",
    "float": "a number with a fraction",
    "int": "a whole number",
    "list": "a list",
    "str": "a text",
    "tuple": "a tuple",
    "datetime.datetime": "a datetime",
}
PARTS = {"str": "characters", "dict": "keys"}
APPLICATION = "app"
BIG = 1_000
CLOSE = 0.75
"""How alike a name must be to be taken for one that was meant: `creat_token` is, `token` is not."""
MAX_LINES = 1_000_000
NOT_UTF8 = re.compile(r"^\(unicode error\) 'utf-8' codec can't decode|^Non-UTF-8 code")


def ended(observation: Observation, evidence: Evidence) -> str:
    """Say why a step has no result: one sentence, with the line of the student's file where there is one."""
    step, reply, file = observation.step, observation.reply, evidence.file
    act = doing(observation, file)
    error = reply.error if reply else None
    match observation.end:
        case "missing":
            return _missing(observation, file)
        case "raised" if error:
            return raised(observation, error, evidence)
        case "exited":
            return _exited(observation, act, file)
        case "timed_out" | "output_limit" | "no_time_left":
            return _stopped(observation, act, file)
        case "out_of_memory":
            return f"{act} used more memory or threads than it may: look for something that grows in a loop."
        case "refused":
            return f"{act} gave an answer that is too large or not understood: return a short text."
        case "not_given":
            return f"`{step.name}` was not tried. {_not_given(observation, evidence)}"
        case "not_reached":
            return f"{act} did not come about."
        case _:
            return f"{act} crashed Python itself."


def _stopped(observation: Observation, act: str, file: str) -> str:
    match observation.end:
        case "timed_out":
            why = "it had not finished in time: look for a loop that never ends."
        case "output_limit":
            why = "it printed more than 1 MiB: look for a print in a loop that never ends."
        case _:
            act, limit = file, f"{PROGRAM_LIMIT:g} seconds"
            why = f"all that it did took more than {limit} together: look for what is slow, such as a sleep."
    return f"{act} was stopped because {why}"


def _exited(observation: Observation, act: str, file: str) -> str:
    reply = observation.reply
    where = f" ({place(file, reply.error)})" if reply and reply.error and reply.error.line else ""
    words = said(observation) if reply and reply.exit_code else ""
    why = f", saying “{words}”: look why it came to this, or" if words else ":"
    return f"{act} ended the whole program{where}{why} take out sys.exit(), exit() or quit()."


def _not_given(observation: Observation, evidence: Evidence) -> str:
    """Say what a step needs that an earlier one did not give; of several things the one that is missing, if one is."""
    step = observation.step
    earlier = {o.step.id: o for o in evidence.observations if o.step.zone == step.zone}
    needed = [subject(earlier[name], path) for name, path in sorted(step.refers) if name in earlier]
    missing = (about for about in needed if about.value is None)
    return next((unfit(about) for about in (*missing, *needed)), "What it needs was not given by an earlier step.")


def unfit(about: Subject) -> str:
    """Say of what another step or check needs that it is missing, or is nothing that can be used."""
    needed = f"{about.named[0].upper()}{about.named[1:]} is needed for it, but is"
    return f"{needed} missing." if about.value is None else f"{needed} {seen(about)}: make it a text."


def doing(observation: Observation, file: str) -> str:
    """Name what was done in a step."""
    step = observation.step
    return {"run": f"Running {file}", "call": f"{step.name}(...)", "read": f"Reading `{step.name}`"}.get(
        step.do, f"`{step.name}`"
    )


def because(observation: Observation) -> str:
    """Say which error stands behind an answer, if the application raised one instead of answering."""
    error = observation.reply.error if observation.reply else None
    return f", because of an error ({told(error, observation)})" if error else ""


def refusal(observation: Observation) -> str:
    """Say why PyJWT's decode refused a token in this step, if it did."""
    errors = observation.reply.refusals if observation.reply else ()
    return f", because decode refused the token ({told(errors[0], observation)})" if errors else ""


def told(error: Error, observation: Observation) -> str:
    """Say which error it was, and in which line."""
    message = clean(steady(error.message, observation.step.bindings))
    where = f"in line {error.line}: " if error.line else ""
    return f"{where}{clean(error.type)}{': ' if message else ''}{message}"


def line_of(observation: Observation) -> int | None:
    """Give the line of the student's file at which an error left it."""
    error = observation.reply.error if observation.reply else None
    return error.line if error else None


def raised(observation: Observation, error: Error, evidence: Evidence) -> str:
    """Say which exception ended a step, and where: `utc_expiry.py:12: NameError: ...`."""
    step, file = observation.step, evidence.file
    message = clean(steady(error.message, step.bindings))
    if step.do == "run" and error.type == "SyntaxError" and NOT_UTF8.search(error.message):
        return f"{file} is not UTF-8 text: save it as UTF-8."
    if step.do == "run" and "null bytes" in error.message:
        return f"{file} holds NUL bytes, so it is not a text file: save it as UTF-8."
    if error.type in ("SyntaxError", "IndentationError", "TabError"):
        return f"{place(file, error)}: Python cannot read this line ({message})."
    if error.type == "EOFError":
        return f"{place(file, error)}: this asks for input, and while it is graded nobody is there to answer."
    if error.type in ("PermissionError", "OSError", "BlockingIOError"):
        return f"{place(file, error)}: {message}. While it is graded, a program may use no files, programs or network."
    if error.line is None and error.type == "TypeError" and step.do == "call":
        arguments = "1 argument" if len(step.args) == 1 else f"{len(step.args)} arguments"
        return f"`{step.name}` could not be called with {arguments}: {message}."
    told = f"{place(file, error)}: {clean(error.type)}{': ' if message else ''}{message}"
    if step.do == "call" and text_of(evidence.source, error.line).split()[:1] == ["raise"]:
        return f"{told.rstrip('.')}. Your own `raise` ended the call, where an answer was due."
    return told


def said(observation: Observation) -> str:
    """Give the words with which a step ended in an error: of the exception, or with which the program ended itself."""
    reply = observation.reply
    if reply is None or (reply.error is None and reply.exit_code is None):
        return ""
    kind, message = (reply.error.type, reply.error.message) if reply.error else ("SystemExit", "")
    if kind == "SystemExit":
        printed = f"{reply.complaint}\n{observation.output}".strip()
        words = printed if message.isdigit() or not message else message
        return clean(steady(words, observation.step.bindings)).rstrip(".")
    return ": ".join(clean(steady(part, observation.step.bindings)) for part in (kind, message) if part).rstrip(".")


def text_of(source: bytes, line: int | None) -> str:
    """Give a line of the student's file by its number, nothing where there is none."""
    lines = source.splitlines()
    return lines[line - 1].decode("utf-8", "replace") if line and 0 < line <= len(lines) else ""


def place(file: str, error: Error) -> str:
    """Name a place as editors do: `file.py:12`."""
    return f"{file}:{error.line}" if error.line and 0 < error.line < MAX_LINES else file


def _missing(observation: Observation, file: str) -> str:
    step, names = observation.step, observation.reply.names if observation.reply else ()
    name = APPLICATION if step.do == "request" else step.name
    what = f"{ {'call': 'function', 'request': 'FastAPI application'}.get(step.do, 'name') } `{name}`"
    known = {each.casefold(): each for each in names}
    near = difflib.get_close_matches(name.casefold(), known, n=1, cutoff=CLOSE)
    other = f", but there is `{clean(known[near[0]])}`: rename it" if near else ""
    return f"There is no {what} at the top level of {file}{other}."


def shown(value: Value | None, bindings: Bindings) -> str:
    """Say what a value is, in words that stay the same: `the text 'HS256'`, `None`, `the number 7`."""
    if value is None:
        return "nothing"
    kind = KINDS.get(value.type, f"a value of the type {clean(value.type)}")
    if value.size is not None and value.size > BIG:
        if kind == "bytes":
            return f"{value.size:,} bytes"
        return f"{kind} of {value.size:,} {PARTS.get(value.type, 'parts')}"
    rebuilt = plain(value)
    return kind if isinstance(rebuilt, Value | list) else words(rebuilt, bindings)


def seen(subject: Subject) -> str:
    """Say what a check's subject is."""
    return shown(subject.value, subject.bindings) if subject.value else "missing"


def words(data: object, bindings: Bindings) -> str:
    """Say what plain data is."""
    match data:
        case None | bool():
            return repr(data)
        case int() | float():
            return f"the number {quoted(data, bindings)}"
        case str():
            return f"the text {quoted(data, bindings)}" if data else "an empty text"
        case dict():
            keys = ", ".join([*(quoted(key, bindings) for key in list(data)[:8]), *(["…"] if len(data) > 8 else [])])  # noqa: PLR2004 - as many as fit
            return f"a dict with {keys}" if keys else "an empty dict"
        case _:
            return KINDS.get(type(data).__name__, "something else")


def quoted(data: object, bindings: Bindings) -> str:
    """Show plain data as Python would write it, with names for what was drawn at random."""
    return clean(steady(repr(data), bindings), 80)
