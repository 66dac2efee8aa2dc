"""`grader token`: what is in a token."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from datetime import datetime, timezone

import click
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from grader.cli import screen
from grader.cli.asking import ask
from grader.errors import UsageError
from grader.inspection import Inspection, inspect, read
from grader.reporters.outcomes import members
from grader.reporters.terminal import coded

PIPED = "-"
LONGEST = 100_000


@click.command()
@click.argument("token", default=PIPED)
@click.option("--secret", help="The key to try the signature with; it is not shown, nor sent anywhere.")
@click.option("--at", metavar="TIME", help="Look at it at another time: 2030-01-31T12:00 (UTC), or seconds since 1970.")
def token(token: str, secret: str | None, at: str | None) -> None:
    """Show what is in a token.

    TOKEN is the token itself; without it, one that is piped in is read, or you are asked for it. Nothing is sent to
    anyone. `Bearer` before the token, quotes and line ends do no harm.
    """
    text = _asked_for() if token == PIPED else token
    now = time.time() if at is None else _seconds(at)
    screen.show(_layout(inspect(read(text), secret=secret, now=now)))


def _asked_for() -> str:
    """Read what is piped in, whole, or one line that somebody pastes."""
    if not (sys.stdin and sys.stdin.isatty()):
        return sys.stdin.read(LONGEST) if sys.stdin else ""
    return ask("Paste a token, and press Enter: ", longest=LONGEST) or ""


def _seconds(at: str) -> float:
    try:
        return float(at)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(at.replace("Z", "+00:00"))
    except ValueError as error:
        raise UsageError(f"'{at}' is no time: write 2030-01-31T12:00, or seconds since 1970.") from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp()


def _layout(found: Inspection) -> RenderableType:
    parts: list[RenderableType] = [Text(), members("header", found.header), Text(), members("payload", found.payload)]
    parts += [Text(), *_verdict(found)]
    for warning in found.warnings:
        parts += [Text.assemble(("! ", "magenta"), coded(warning))]
    return Padding(Group(*parts, Text()), (0, 2))


def _verdict(found: Inspection) -> Iterable[RenderableType]:
    match found.signed_well:
        case None:
            yield Text.assemble(("· ", "dim"), "The signature was not checked: give the key with --secret.")
        case True:
            yield Text.assemble(("✓ ", "green"), "The signature is good.")
        case False:
            yield Text.assemble(("✗ ", "red"), "The signature does not match this secret.")
    if found.objections:
        yield Text.assemble(("✗ ", "red"), coded(f"PyJWT would refuse it: {'; '.join(found.objections)}."))
    elif found.signed_well is not False:
        yield Text.assemble(("✓ ", "green"), "As to its claims, PyJWT would take it.")
