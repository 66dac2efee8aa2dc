"""Checks judged over evidence: each must hold in every round, and one fault is told once.

A check that needs another which did not pass is skipped, and so is one about a step without a result, once an earlier
check has told why there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from grader import plan
from grader.evidence import Evidence, Observation
from grader.judge import wording
from grader.judge.checks import holds
from grader.judge.subject import Subject, subject
from grader.report import CheckResult, Sighting
from grader.text import clean, disarm
from grader.vocabulary import Check, Ends

NOT_REACHED = "Not checked: the program did not get this far."

Round: TypeAlias = Mapping[str, Observation]
"""The observations of one round by the id of their step."""


@dataclass(frozen=True)
class _Fault:
    """Why a check does not hold: a sentence, and the subject it speaks of; no subject if a step has no result."""

    sentence: str
    zone: str
    line: int | None
    subject: Subject | None = None


def judge(checks: Iterable[Check], evidence: Evidence) -> tuple[CheckResult, ...]:
    """Give each check's verdict, in their order."""
    rounds = rounds_of(evidence)
    results: dict[str, CheckResult] = {}
    told: set[str] = set()
    for check in checks:
        unmet = next((results[name] for name in check.needs if results[name].status != "passed"), None)
        faults = [] if unmet else [fault for each in rounds if (fault := _fault(check, each, evidence))]
        if unmet:
            results[check.id] = _skipped(check, f"Not checked: it needs “{unmet.title}”.")
        elif not faults:
            results[check.id] = CheckResult(check.id, check.title, "task", "passed", check.points)
        elif faults[0].subject is None and faults[0].sentence in told:
            results[check.id] = _skipped(check, NOT_REACHED)
        else:
            told.add(faults[0].sentence)
            excerpt = _excerpt(evidence.source, faults[0].line)
            results[check.id] = _failed(check, faults[0], excerpt, everywhere=len(faults) == len(rounds))
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


def has_result(observation: Observation) -> bool:
    """Tell whether a step gave what it is for; a script may end itself with success."""
    success = observation.end == "exited" and observation.reply is not None and observation.reply.exit_code == 0
    return observation.end == "returned" or (success and observation.step.as_script)


def to_blame(observation: Observation, evidence: Evidence) -> Observation:
    """Give the observation that says why this one has no result: itself, or the one that made it unreachable."""
    if observation.end != "not_reached":
        return observation
    ended = [other for other in evidence.observations if other.end not in ("returned", "not_reached")]
    same_zone = [other for other in ended if other.step.zone == observation.step.zone]
    return (same_zone or ended or [observation])[0]


def _fault(check: Check, each: Round, evidence: Evidence) -> _Fault | None:
    step, _, path = check.of.partition(".")
    observation = each[step]
    if isinstance(check, Ends) and check.ends == observation.end:
        return None
    if not has_result(observation):
        blamed = to_blame(observation, evidence)
        error = blamed.reply.error if blamed.reply else None
        return _Fault(wording.ended(blamed, evidence), blamed.step.zone.name, error.line if error else None)
    about = subject(observation, path)
    sentence = holds(check, about)
    return _Fault(sentence, observation.step.zone.name, None, about) if sentence else None


def _skipped(check: Check, message: str) -> CheckResult:
    return CheckResult(check.id, check.title, "task", "skipped", check.points, message)


def _excerpt(source: bytes, line: int | None) -> str:
    """Give the student's line of this number, harmless and not endlessly long."""
    lines = source.splitlines()
    return clean(lines[line - 1].decode("utf-8", "replace").strip()) if line and 0 < line <= len(lines) else ""


def _failed(check: Check, fault: _Fault, excerpt: str, *, everywhere: bool) -> CheckResult:
    """Tell the first round's fault, and where the server stood if it is not so everywhere."""
    sentence, sighting = fault.sentence, None
    if not everywhere:
        begin = f"{sentence[0].lower()}{sentence[1:]}" if sentence.startswith("Expected") else sentence
        sentence = f"On a server at {fault.zone}: {begin}"
    sentence = disarm(sentence)
    if fault.subject:
        step, token = fault.subject.observation.step, fault.subject.token
        sighting = Sighting(token.header, token.payload, step.at, step.zone.offset) if token else None
    return CheckResult(check.id, check.title, "task", "failed", check.points, sentence, fault.line, excerpt, sighting)
