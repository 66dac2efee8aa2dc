"""`grader prove`: are the exercises proven by their solutions?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import click
from rich.console import Console, Group, RenderableType
from rich.progress import track
from rich.table import Table
from rich.text import Text

from grader import catalog, grading, solutions
from grader import prove as proof
from grader.cli import screen
from grader.cli.options import exercises_option, seed_option

FAILED = 1


@click.command()
@click.argument("slugs", nargs=-1, metavar="[EXERCISE]...")
@click.option(
    "--solutions",
    "solutions_folder",
    type=click.Path(path_type=Path),
    help="Solutions with known verdicts; the folder beside the exercises if not given.",
)
@seed_option
@exercises_option
@click.pass_context
def prove(
    context: click.Context,
    slugs: tuple[str, ...],
    solutions_folder: Path | None,
    seed: int | None,
    exercises_folder: Path,
) -> None:
    """Prove that right submissions get full marks and wrong ones fail for their stated reason.

    For authors of exercises: references and accepted variants must pass, starters must not; every rejected file must
    be diagnosed with exactly the misconception that it is named for; every check must be failed by some rejected file;
    the questions' answers must agree with what their code does.

    Exit code: 0 proven, 1 not proven, 2 wrong usage, 4 an invalid exercise file.
    """
    exercises = catalog.load(exercises_folder)
    known = solutions.read(solutions_folder or exercises_folder.parent / "solutions", exercises.exercises)
    chosen = exercises.select(slugs)
    trials = proof.trials(chosen, known, seed=grading.new_seed() if seed is None else seed)
    bar = Console(stderr=True)
    carried_out = proof.carry_out(trials)
    outcomes = list(
        track(carried_out, "Proving", len(trials), console=bar, transient=True, disable=not bar.is_terminal)
    )
    faults = [fault for outcome in outcomes for fault in outcome.faults]
    faults += proof.unproven(chosen, outcomes)
    faults += known.strays
    screen.show(_layout(outcomes, faults))
    context.exit(FAILED if faults else 0)


def _layout(outcomes: Iterable[proof.Outcome], faults: list[str]) -> RenderableType:
    """Arrange a row of counts for each exercise, then every fault."""
    kinds = get_args(proof.Kind)
    counts = Counter((outcome.slug, outcome.kind) for outcome in outcomes)
    table = Table.grid(padding=(0, 2), pad_edge=True)
    table.add_row("", *(Text(kind, "dim", justify="right") for kind in kinds))
    for slug in dict.fromkeys(slug for slug, _ in counts):
        table.add_row(Text(slug, "bold"), *(Text(str(counts[slug, kind]), justify="right") for kind in kinds))
    listed = [Text.assemble(("✗ ", "red"), fault) for fault in faults]
    verdict = Text(f"{len(faults)} faults", "bold red") if faults else Text("✓ proven", "bold green")
    return Group(Text(), table, Text(), *listed, *([Text()] if listed else []), Text.assemble("  ", verdict), Text())
