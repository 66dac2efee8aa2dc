"""Misconceptions about the key: where it comes from, how long it is, and what happens where there is none.

A program is started with its key in an environment variable, then again with other keys, and with none.
"""

from __future__ import annotations

from grader import tokens
from grader.judge import wording
from grader.judge.case import Case
from grader.judge.endings import ended_so
from grader.judge.signs import Figures
from grader.judge.signs.settings import OF_ONES_OWN
from grader.judge.signs.signatures import hard_coded_secret
from grader.judge.signs.starts import HMAC, needs_key, of_loading, start_of, starts, unkeyed, variable, wrongly_started
from grader.judge.subject import Subject
from grader.plan import FIRST
from grader.verbs import Header, MinBytes, Says, Verifies

ENOUGH = 32
"""Bytes that a key for HS256 has at least (RFC 7518 §3.2)."""
NONE_AS_TEXT = "None"
CONSTANT = "`ALGORITHM` says {}", "Pass the constant on to encode: `algorithm=ALGORITHM`."
TASK = "Your task asks for {}", 'Name that one when you call encode: `algorithm="{}"`.'
"""Where the algorithm is named that should be used, and what to do about it."""


def ignored_algorithm(case: Case) -> Figures | None:
    """The algorithm that the program names in a constant, or that the task asks for, is not the one it signs with."""
    headers = [(check.equals, about) for check, about in case.broken(Header) if check.header == "alg"]
    dues: list[tuple[Subject, tuple[object, ...], tuple[str, str]]]
    dues = [(about, (about.bindings.get(str(due)),), CONSTANT) for due, about in headers]
    dues += [(about, (due,), TASK) for due, about in headers]
    dues += [(about, check.token.algorithms, TASK) for check, about in case.broken(Verifies)]
    for about, due, (whose, advice) in dues:
        used = about.token.header.get("alg") if about.token else None
        if due[0] in HMAC and used in HMAC and used not in due:
            return {"said": whose.format(due[0]), "used": str(used), "advice": advice.format(due[0])}
    return None


def weak_secret(case: Case) -> Figures | None:
    """A key is shorter than the algorithm asks for."""
    for _, about in case.broken(MinBytes):
        value, is_claim = about.value, "payload" in about.path.split(".")
        if value and value.type in ("str", "bytes") and not is_claim:
            length = len(value.data.encode("utf-8", "replace")) if isinstance(value.data, str) else value.size or 0
            return {"found": f"{about.named} has only {_bytes(length)}", "do": "Choose a longer key"}
    for start in wrongly_started(case) if needs_key(case) and fallback_secret(case) is None else ():
        length = len(start.environment.get(str(variable(case)), "").encode())
        if length < ENOUGH:
            found = f"Your program starts with {f'a key of {_bytes(length)}' if length else 'an empty key'}"
            return {"found": found, "do": "Raise an error where `len(key) < 32`"}
    return None


def fallback_secret(case: Case) -> Figures | None:
    """Where there is no key, one is taken that stands in the file."""
    known = case.literals - {NONE_AS_TEXT, ""} if hard_coded_secret(case) is None else ()
    name = variable(case)
    for start in starts(case) if name else ():
        key = start.environment.get(str(name), "")
        if len(key.encode()) < ENOUGH and any(tokens.verifies(token, known, HMAC) for token in start.tokens):
            empty = f"Where `{name}` is {'too short' if key else 'empty'}"
            return {"when": empty if name in start.environment else f"Without `{name}`", "name": str(name)}
    return None


def secret_is_none_text(case: Case) -> Figures | None:
    """Where there is no key, the word None is taken for one."""
    found = any(tokens.verifies(token, [NONE_AS_TEXT], HMAC) for token in unkeyed(case))
    return {"name": str(variable(case))} if found else None


def secret_per_process(case: Case) -> Figures | None:
    """A key is made anew at each start: with the same variables, the same content is signed differently by HMAC."""
    name, signatures = variable(case), dict[tuple[object, ...], set[str]]()
    for start in starts(case) if name else ():
        keys = start.environment.values()
        for token in (each for each in start.tokens if each.header.get("alg") in HMAC):
            if tokens.verifies(token, keys, HMAC):
                continue
            content = token.text.rpartition(".")[0]
            signatures.setdefault((content, *sorted(start.environment.items())), set()).add(token.signature)
    made_up = [content for content, different in signatures.items() if len(different) > 1]
    if not made_up:
        return None
    keyed = any(len(content) > 1 for content in made_up)
    return {"when": "Your" if keyed else f"Without `{name}` your"}


def secret_read_late(case: Case) -> Figures | None:
    """Where there is no key, the program starts, and asks for the key only when a token is made."""
    name, stopped = variable(case), case.stopped
    start = start_of(case, stopped)
    if name is None or stopped is None or start is None or stopped is start.loading or name in start.environment:
        return None
    error = stopped.reply.error if stopped.reply else None
    asked = error and (name in error.message or error.type in OF_ONES_OWN or error.type.endswith("ValidationError"))
    return {"name": name, "function": stopped.step.name} if asked else None


def unclear_error(case: Case) -> Figures | None:
    """The program stops where there is no key, and does not say which variable it misses."""
    failed = {result.id for result in case.results if result.status == "failed"}
    for check in case.open(Says):
        observation = case.rounds[0][check.paths[0]]
        if check.id in failed and ended_so(check, observation):
            words = wording.said(observation)
            return {"error": f"it says “{words}”" if words else "it stops without a word", "name": check.says}
    return None


def exit_code_zero(case: Case) -> Figures | None:
    """The program stops where there is no key, and reports success."""
    failing = (about for check, about in of_loading(case) if check.ends == "failed")
    codes = [about.reply.exit_code for about in failing if about.end == "exited" and about.reply]
    return {} if 0 in codes else None


def refuses_good_secret(case: Case) -> Figures | None:
    """A key that is long enough is refused, although another one is taken."""
    name, found = variable(case), starts(case)
    if name is None or not all(start.succeeded for start in found if start.loading.step.id == FIRST):
        return None
    for start in found:
        length = len(start.environment.get(name, "").encode())
        if length >= ENOUGH and start.loading.end in ("raised", "exited"):
            return {"length": str(length), "enough": str(ENOUGH)}
    return None


def _bytes(count: int) -> str:
    return "1 byte" if count == 1 else f"{count} bytes"
