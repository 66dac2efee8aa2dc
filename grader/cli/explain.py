"""`grader explain`: a misconception in full, with its example run live."""

from __future__ import annotations

import click

from grader import explaining, grading, lexicon
from grader.cli import screen
from grader.cli.options import seed_option
from grader.reporters import explanation


@click.command()
@click.argument("label", required=False)
@seed_option
def explain(label: str | None, seed: int | None) -> None:
    """Explain the misconception LABEL: what happens, what to do, and an example that is run before your eyes.

    Without LABEL all of them are listed. `grader check` names the label of a mistake that it knows.
    """
    if label is None:
        screen.show(explanation.overview(lexicon.grouped(lexicon.read_all())))
        return
    known = lexicon.known(label)
    drawn = grading.new_seed() if seed is None else seed
    screen.show(explanation.layout(explaining.explain(known, lexicon.read(known), seed=drawn)))
