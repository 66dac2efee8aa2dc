"""Checks judged over evidence: each must hold in every round, and one fault is told once.

A check that needs another which did not pass is skipped, and so is one about a step without a result, once an earlier
check has told why there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from grader import plan
from grader.evidence import Evidence, Observation, Value, observed, plain
from grader.judge import wording
from grader.judge.checks import holds
from grader.judge.endings import ended_so, exited_well, has_result, to_blame
from grader.judge.places import excerpt, place
from grader.judge.subject import Subject, subject
from grader.report import CheckResult, Sighting
from grader.text import disarm
from grader.values import Bindings
from grader.verbs import Check, Ends, Says

NOT_REACHED = "Not checked: the program did not get this far."

Round: TypeAlias = Mapping[str, Observation]
"""The observations of one round by the id of their step."""


@dataclass(frozen=True)
class _Fault:
    """Why a check does not hold: a sentence, and what it speaks of; no subject if a step has no result."""

    sentence: str
    observation: Observation
    subject: Subject | None = None


def judge(checks: Iterable[Check], evidence: Evidence) -> tuple[CheckResult, ...]:
    """Give each check's verdict, in their order."""
    rounds = rounds_of(evidence)
    known = [bindings_of(each) for each in rounds]
    results: dict[str, CheckResult] = {}
    told: set[str] = set()
    for check in checks:
        unmet = next((results[name] for name in check.needs if results[name].status != "passed"), None)
        pairs = zip(rounds, known, strict=True)
        first = (next(_faults(check, each, bindings, evidence), None) for each, bindings in pairs)
        faults = [] if unmet else [fault for fault in first if fault]
        if unmet:
            results[check.id] = _skipped(check, f"Not checked: it needs “{unmet.title}”.")
        elif not faults:
            results[check.id] = CheckResult(check.id, check.title, "task", "passed", check.points)
        elif faults[0].subject is None and faults[0].sentence in told:
            results[check.id] = _skipped(check, NOT_REACHED)
        else:
            told.add(faults[0].sentence)
            results[check.id] = _failed(check, faults[0], evidence, everywhere=len(faults) == len(rounds))
    return tuple(results.values())


def not_attempted(checks: Iterable[Check], message: str) -> tuple[CheckResult, ...]:
    """Give the verdict where nothing was handed in: no check failed."""
    return tuple(CheckResult(c.id, c.title, "task", "not_attempted", c.points, message) for c in checks)


def refused(checks: Iterable[Check], message: str) -> tuple[CheckResult, ...]:
    """Give the verdict where what was handed in could not be taken: the first check says why."""
    first, *others = checks
    failed = CheckResult(first.id, first.title, "task", "failed", first.points, message)
    return (failed, *(_skipped(check, NOT_REACHED) for check in others))


def rounds_of(evidence: Evidence) -> tuple[Round, ...]:
    """Give the observations by round and by step."""
    observed = iter(evidence.observations)
    steps = [observation.step for observation in evidence.observations]
    return tuple({step.id: next(observed) for step in each} for each in plan.rounds(steps))


def _faults(check: Check, each: Round, known: Bindings, evidence: Evidence) -> Iterator[_Fault]:
    if missing := _not_given(check, each, evidence):
        yield missing
        return
    for of in check.paths:
        step, _, path = of.partition(".")
        observation = each[step]
        about = subject(observation, path, known)
        if ended_so(check, observation):
            sentence = None if isinstance(check, Ends) else holds(check, about)
        elif has_result(observation) or (_fails(check) and exited_well(observation)):  # where an error was due
            sentence = holds(Ends(id=check.id, title=check.title, of=of, ends="failed"), about)
        else:
            yield _without_result(observation, evidence)
            continue
        if sentence:
            yield _Fault(sentence, observation, about)


def _not_given(check: Check, each: Round, evidence: Evidence) -> _Fault | None:
    """Tell why there is nothing to compare with, if a step that the check refers to gave nothing of use."""
    for name, path in sorted(check.references):
        other = each.get(name)
        if other is None:
            continue
        if not has_result(other):
            return _without_result(other, evidence)
        needed = subject(other, path)
        if needed.value is None or isinstance(plain(needed.value), Value):
            return _Fault(wording.unfit(needed), other)
    return None


def _without_result(observation: Observation, evidence: Evidence) -> _Fault:
    blamed = to_blame(observation, evidence)
    return _Fault(wording.ended(blamed, evidence), blamed)


def bindings_of(each: Round) -> Bindings:
    """Give what names and references stand for in a round, now that all of it has been observed."""
    drawn = {name: value for o in each.values() for name, value in o.step.bindings.items()}
    return {**drawn, **observed(each.values())}


def _fails(check: Check) -> bool:
    return isinstance(check, Ends | Says) and check.is_of_failure


def _skipped(check: Check, message: str) -> CheckResult:
    return CheckResult(check.id, check.title, "task", "skipped", check.points, message)


def _failed(check: Check, fault: _Fault, evidence: Evidence, *, everywhere: bool) -> CheckResult:
    """Tell the first round's fault, and where the server stood if it is not so everywhere."""
    sentence, sighting = fault.sentence, None
    if not everywhere:
        begin = f"{sentence[0].lower()}{sentence[1:]}" if sentence.startswith("Expected") else sentence
        sentence = f"On a server at {fault.observation.step.zone.name}: {begin}"
    sentence = disarm(sentence)
    if fault.subject:
        step, token = fault.subject.observation.step, fault.subject.token
        sighting = Sighting(token.header, token.payload, step.at, step.zone.offset) if token else None
    line, column = place(fault.observation, evidence)
    left_at = excerpt(evidence.source, wording.line_of(fault.observation))
    return CheckResult(
        check.id,
        check.title,
        "task",
        "failed",
        check.points,
        sentence,
        line,
        left_at,
        sighting,
        column=column,
        observed=fault.subject is not None,
    )
