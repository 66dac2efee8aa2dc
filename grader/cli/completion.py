"""What the Tab key offers, in shells that were told of it."""

from __future__ import annotations

from typing import get_args

import click
from click.shell_completion import CompletionItem

from grader import catalog
from grader.catalog import builtin_folder
from grader.errors import GraderError
from grader.labels import Label


def slugs(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """Offer the exercises whose names begin so, each with its title."""
    try:
        known = catalog.load(context.params.get("exercises_folder") or builtin_folder())
    except GraderError:  # whoever presses Enter is told
        return []
    return [CompletionItem(each.slug, help=each.title) for each in known.exercises if each.slug.startswith(begun)]


def slugs_or_folders(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Offer exercises, and folders where no exercise begins so."""
    return slugs(context, parameter, begun) or [CompletionItem(begun, type="dir")]


def labels(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """Offer the misconceptions whose names begin so."""
    return [label for label in get_args(Label) if label.startswith(begun)]
