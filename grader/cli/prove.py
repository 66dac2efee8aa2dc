"""`grader prove`: are the exercises proven by their solutions, and does no mistake pass?"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

import click
from rich.console import Console, Group, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, track
from rich.table import Table
from rich.text import Text

from grader import catalog, environment, grading, solutions
from grader import prove as proof
from grader.catalog import Catalog
from grader.cli import completion, screen
from grader.cli.options import authors_exercises_option, seed_option, solutions_option
from grader.mutation import equivalent, hunt
from grader.mutation.cache import Cache, FolderCache, NoCache
from grader.mutation.hunt import Tally
from grader.solutions import Solutions

FAILED = 1


@click.command()
@click.argument("slugs", nargs=-1, metavar="[EXERCISE]...", shell_complete=completion.slugs)
@solutions_option
@click.option(
    "--mutants",
    type=click.Choice(("all", "references", "none")),
    default="all",
    show_default=True,
    help="Which right programs to try with mistakes in them.",
)
@click.option("--cache/--no-cache", default=True, show_default=True, help="Keep and use verdicts on mutants.")
@click.option(
    "--against",
    multiple=True,
    metavar="REQUIREMENTS",
    help='Prove in an environment of its own with these libraries, such as "pyjwt==2.12.0"; may be repeated.',
)
@seed_option
@authors_exercises_option
@click.pass_context
def prove(  # noqa: PLR0913, PLR0917 - one for each argument and option
    context: click.Context,
    slugs: tuple[str, ...],
    solutions_folder: Path | None,
    mutants: str,
    cache: bool,
    against: tuple[str, ...],
    seed: int | None,
    exercises_folder: Path,
) -> None:
    """For authors: prove the exercises by their solutions.

    Right submissions get full marks, and wrong ones fail for their stated reason: references and accepted variants
    must pass, starters must not; every rejected file must be diagnosed with exactly the misconception that it is
    named for; every check must be failed by some rejected file; the questions' answers must agree with what their
    code does. Then every reference and accepted variant is tried with one small mistake in it, and with another,
    and so on: each must be noticed, or explained in equivalent.yaml.

    Exit code: 0 proven, 1 not proven, 2 wrong usage, 4 an invalid exercise file.
    """
    exercises = catalog.load(exercises_folder)
    folder = solutions_folder or solutions.beside(exercises_folder)
    known = solutions.read(folder, exercises.exercises)
    chosen = exercises.select(slugs)
    if against:
        options = ["--exercises", exercises_folder.absolute(), "--solutions", folder.absolute()]
        flags = ["--mutants", mutants, "--cache" if cache else "--no-cache"]
        seeded = [] if seed is None else ["--seed", seed]
        context.exit(_elsewhere(against, [str(each) for each in (*slugs, *options, *flags, *seeded)]))
    explained = equivalent.read(folder) if mutants != "none" else ()
    drawn = grading.new_seed() if seed is None else seed
    outcomes = _carry_out(proof.trials(chosen, known, seed=drawn))
    faults = [fault for outcome in outcomes for fault in outcome.faults]
    faults += proof.unproven(chosen, outcomes)
    faults += known.strays
    parts = [_counts(outcomes)]
    if mutants != "none" and not faults:  # what a check misses can be told only of programs that are right
        bred = known if mutants == "all" else replace(known, variants=())
        tallies = _hunt(chosen, bred, explained, FolderCache() if cache else NoCache(), drawn)
        faults += [str(quarry) for tally in tallies for quarry in tally.survivors]
        if mutants == "all":
            faults += hunt.stale(explained, tallies, [exercise.slug for exercise in exercises.exercises])
        parts += [_tallies(tallies)] if tallies else []
    screen.show(_layout(parts, faults))
    context.exit(FAILED if faults else 0)


def _elsewhere(against: Iterable[str], arguments: list[str]) -> int:
    """Prove in one environment after the other; give the worst exit code."""
    worst = 0
    for each in against:
        needed = environment.requirements(each)
        with tempfile.TemporaryDirectory(prefix="jwt-grader-") as folder:
            with Console(stderr=True).status(f"Building an environment with {', '.join(needed)}"):
                python = environment.build(Path(folder), needed)
            click.echo(f"With {', '.join(needed)}:")
            worst = max(worst, environment.prove(python, arguments))
    return worst


def _carry_out(trials: list[proof.Trial]) -> list[proof.Outcome]:
    bar = Console(stderr=True)
    carried_out = proof.carry_out(trials)
    return list(track(carried_out, "Proving", len(trials), console=bar, transient=True, disable=not bar.is_terminal))


def _hunt(
    chosen: Catalog, known: Solutions, explained: Sequence[equivalent.Entry], cache: Cache, seed: int
) -> list[Tally]:
    bar = Console(stderr=True)
    found = hunt.find(chosen, known)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=bar, transient=True, disable=not bar.is_terminal) as progress:
        task = progress.add_task("Mutants", total=sum(map(len, found.values())))

        def tried(count: int) -> None:
            progress.advance(task, count)

        return [hunt.hunt(each, explained, cache, seed=seed, tried=tried) for each in found.values() if each]


def _counts(outcomes: Iterable[proof.Outcome]) -> Table:
    """Count what was tried: a row for each exercise."""
    kinds = get_args(proof.Kind)
    counts = Counter((outcome.slug, outcome.kind) for outcome in outcomes)
    slugs = dict.fromkeys(slug for slug, _ in counts)
    return _table(kinds, {slug: [str(counts[slug, kind]) for kind in kinds] for slug in slugs})


def _tallies(tallies: Iterable[Tally]) -> Table:
    """Count what became of the mutants: a row for each exercise."""
    columns = ("mutants", "killed", "equivalent", "survived", "seconds")
    rows = {
        tally.slug: [
            *(str(count) for count in (tally.mutants, tally.killed, tally.equivalent, len(tally.survivors))),
            f"{tally.seconds:.1f}",
        ]
        for tally in tallies
    }
    return _table(columns, rows)


def _table(columns: Iterable[str], rows: dict[str, list[str]]) -> Table:
    table = Table.grid(padding=(0, 2), pad_edge=True)
    table.add_row("", *(Text(column, "dim", justify="right") for column in columns))
    for slug, row in rows.items():
        table.add_row(Text(slug, "bold"), *(Text(each, justify="right") for each in row))
    return table


def _layout(tables: Iterable[Table], faults: list[str]) -> RenderableType:
    """Arrange the tables, then every fault."""
    spaced: list[RenderableType] = [part for table in tables for part in (Text(), table)]
    listed = [Text.assemble(("✗ ", "red"), fault) for fault in faults]
    verdict = Text(f"{len(faults)} faults", "bold red") if faults else Text("✓ proven", "bold green")
    return Group(*spaced, Text(), *listed, *([Text()] if listed else []), Text.assemble("  ", verdict), Text())
