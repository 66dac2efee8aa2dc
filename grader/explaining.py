"""A misconception explained: its example run live, the wrong way and the right way, and diagnosed as a student's is."""

from __future__ import annotations

import random
from dataclasses import dataclass

from grader.example import Example
from grader.grading import Run
from grader.judge.case import Case
from grader.judge.diagnosis import diagnose
from grader.judge.judging import judge
from grader.labels import Label
from grader.outcome import Outcome, outcomes
from grader.plan import plan
from grader.report import CheckResult, Diagnosis
from grader.sandbox import process, supervisor
from grader.steps import Request

WRONG, RIGHT = "wrong.py", "right.py"


@dataclass(frozen=True)
class Attempt:
    """A program of an example, what came of it, what was judged of it, and what it was diagnosed with."""

    file: str
    source: str
    outcomes: tuple[Outcome, ...]
    results: tuple[CheckResult, ...]
    diagnoses: tuple[Diagnosis, ...]


@dataclass(frozen=True)
class Explanation:
    """All that is to be said of a misconception; `told` is None if the wrong program did not show it here."""

    label: Label
    example: Example
    wrong: Attempt
    right: Attempt

    @property
    def told(self) -> Diagnosis | None:
        """What happened and what to do, as it is told to whoever makes this mistake."""
        return next(iter(self.wrong.diagnoses), None)


def explain(label: Label, example: Example, *, seed: int, run: Run = supervisor.run) -> Explanation:
    """Run an example, the wrong way and the right way, from the same beginning."""
    if any(isinstance(step, Request) for step in example.steps):
        process.prepare(web=True)
    wrong = _attempt(label, example, WRONG, example.wrong, seed, run)
    return Explanation(label, example, wrong, _attempt(label, example, RIGHT, example.right, seed, run))


def _attempt(label: Label, example: Example, file: str, source: str, seed: int, run: Run) -> Attempt:  # noqa: PLR0913, PLR0917 - an example's parts
    chance = random.Random(f"{seed}:{label}")  # noqa: S311 - not for cryptography
    as_script = example.runs == "script"
    steps = plan(example.steps, as_script=as_script, chance=chance, environment=example.environment)
    evidence = run(file, source.encode(), steps)
    results = judge(example.checks, evidence)
    found = diagnose(Case(example.checks, results, evidence), [label])
    return Attempt(file, source, outcomes(evidence, [step.id for step in example.steps]), results, found)
