"""Mutants hunted: each is graded as a student's file would be, and those that no check catches are told."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from grader.catalog import Catalog
from grader.errors import SandboxError
from grader.exercise import Exercise
from grader.grading import Run, grade_exercise
from grader.judge.judging import judge
from grader.mutation.cache import Cache, digest
from grader.mutation.equivalent import Entry
from grader.mutation.mutant import PROBE, Meaning, Mutant, meaning, mutants
from grader.mutation.sight import Asked
from grader.plan import plan, rounds
from grader.sandbox import supervisor
from grader.solutions import EQUIVALENT, Solutions
from grader.submission import Submission


@dataclass(frozen=True, eq=False)
class Quarry:
    """A mutant of a right program of an exercise, and the name of the program's file."""

    exercise: Exercise
    file: str
    mutant: Mutant

    def __str__(self) -> str:
        """Say where the mistake is and what it is, in the words that equivalent.yaml takes."""
        mutant = self.mutant
        return f"{self.file}:{mutant.line}: survived: {mutant.operator}: {mutant.before} -> {mutant.after or 'nothing'}"


@dataclass(frozen=True)
class Tally:
    """What became of an exercise's mutants: `survivors` are those that no entry explains."""

    slug: str
    killed: int
    equivalent: int
    survivors: tuple[Quarry, ...]
    used: frozenset[Entry]
    seconds: float

    @property
    def mutants(self) -> int:
        """How many there were."""
        return self.killed + self.equivalent + len(self.survivors)


def find(catalog: Catalog, solutions: Solutions) -> dict[str, list[Quarry]]:
    """Give every mutant of every right program, by exercise; none that is another's, or a right program itself."""
    return {exercise.slug: list(_find(exercise, solutions)) for exercise in catalog.exercises if exercise.task}


def hunt(  # noqa: PLR0913 - what to try, what is known, how to try, and whom to tell
    quarries: Sequence[Quarry],
    entries: Iterable[Entry],
    cache: Cache,
    *,
    seed: int,
    tried: Callable[[int], object] = lambda _: None,
    run: Run = supervisor.run,
) -> Tally:
    """Try an exercise's mutants, side by side; says meanwhile how many more have been."""
    exercise, began = quarries[0].exercise, time.monotonic()
    known, verdicts = cache.load(exercise), dict[str, bool]()

    def passes(quarry: Quarry) -> bool:
        key = digest(quarry.mutant.source)
        verdicts[key] = known[key] if key in known else _passes(quarry, seed, run)
        tried(1)
        return verdicts[key]

    def passing(chosen: list[Quarry]) -> list[Quarry]:
        pool = ThreadPoolExecutor(os.cpu_count() or 1)
        try:
            return [quarry for quarry, passed in zip(chosen, pool.map(passes, chosen), strict=True) if passed]
        finally:
            pool.shutdown(cancel_futures=True)  # who interrupts this waits for those that run, and for no other
            cache.store(exercise, {**known, **verdicts})

    probes = [quarry for quarry in quarries if quarry.mutant.operator == PROBE]
    unreached = passing(probes)
    dead = {(quarry.file, quarry.mutant.statement) for quarry in unreached}
    reached = [each for each in quarries if each.mutant.operator != PROBE and not _behind(each) & dead]
    tried(len(quarries) - len(probes) - len(reached))  # no mistake can show in a statement that is not reached
    first = [each for each in unreached if not _behind(each) - {(each.file, each.mutant.statement)} & dead]
    survivors = sorted(first + passing(reached), key=quarries.index)
    cache.store(exercise, verdicts)  # and nothing that is no mutant any more
    found = list(entries)
    used = {
        quarry: [entry for entry in found if entry.content.covers(exercise.slug, quarry.file, quarry.mutant)]
        for quarry in survivors
    }
    return Tally(
        exercise.slug,
        len(probes) - len(unreached) + len(reached) + len(first) - len(survivors),
        sum(1 for covering in used.values() if covering),
        tuple(quarry for quarry, covering in used.items() if not covering),
        frozenset(entry for covering in used.values() for entry in covering),
        time.monotonic() - began,
    )


def stale(entries: Iterable[Entry], tallies: Sequence[Tally], slugs: Iterable[str]) -> list[str]:
    """Name each entry that explains no mutant any more, where all of its exercises that there are were tried."""
    used = {entry for tally in tallies for entry in tally.used}
    untried = set(slugs) - {tally.slug for tally in tallies}
    return [
        f"{EQUIVALENT}:{entry.at}: stale: no such mutant survives any more. ({entry.content})"
        for entry in entries
        if entry not in used and not entry.slugs & untried
    ]


def _find(exercise: Exercise, solutions: Solutions) -> Iterator[Quarry]:
    assert exercise.task
    asked = Asked(f"{exercise.task.brief}\n{exercise.task.starter}")
    programs = {f"reference/{exercise.file}": solutions.reference.files.get(exercise.file)}
    for variant in solutions.variants:
        if variant.slug == exercise.slug and variant.label is None:
            programs[variant.name] = variant.submission.files.get(exercise.file)
    sources = {name: content.decode() for name, content in programs.items() if content is not None}
    seen: set[Meaning] = {found for source in sources.values() if (found := meaning(source))}
    for name, source in sources.items():
        for mutant in mutants(source, asked, seen):
            yield Quarry(exercise, name, mutant)


def _behind(quarry: Quarry) -> set[tuple[str, int]]:
    return {(quarry.file, number) for number in quarry.mutant.behind}


def _passes(quarry: Quarry, seed: int, run: Run) -> bool:
    return _passes_a_round(quarry, seed, run) and _passes_as_a_student(quarry, seed, run)


def _passes_a_round(quarry: Quarry, seed: int, run: Run) -> bool:
    """Tell whether every check holds where local time is UTC: most mistakes show there, and need no other round."""
    task = quarry.exercise.task
    assert task
    chance = random.Random(seed)  # noqa: S311 - as in grading
    steps = plan(task.steps, as_script=task.runs == "script", chance=chance, environment=task.environment)
    evidence = run(quarry.exercise.file, quarry.mutant.source.encode(), next(rounds(steps)))
    return all(result.status == "passed" for result in judge(task.checks, evidence))


def _passes_as_a_student(quarry: Quarry, seed: int, run: Run) -> bool:
    handed_in = Submission({quarry.exercise.file: quarry.mutant.source.encode()}, {})
    report = grade_exercise(quarry.exercise, handed_in, seed=seed, run=run)
    done = [check for check in report.checks if check.part == "task"]
    if any(check.status == "grader_error" for check in done):
        raise SandboxError(f"{quarry}: {done[0].message}".replace(": survived", ""))
    return all(check.status == "passed" for check in done)
