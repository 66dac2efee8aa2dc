"""`grader explain`: a misconception in full, with its example run live."""

from __future__ import annotations

import click

from grader import explaining, grading, lexicon
from grader.cli import completion, screen
from grader.cli.options import seed_option
from grader.reporters import explanation


@click.command()
@click.argument("label", required=False, shell_complete=completion.labels)
@seed_option
def explain(label: str | None, seed: int | None) -> None:
    """Explain a misconception by an example.

    You read what happens and what to do, and see the example run before your eyes. LABEL is what `grader check` names
    a mistake that it knows; without it all of them are listed.
    """
    if label is None:
        screen.show(explanation.overview(lexicon.grouped(lexicon.read_all())))
        return
    known = lexicon.known(label)
    drawn = grading.new_seed() if seed is None else seed
    screen.show(explanation.layout(explaining.explain(known, lexicon.read(known), seed=drawn)))
