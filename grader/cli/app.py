"""All verbs of the command line together."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

import click

from grader import __version__, workspace
from grader.catalog import builtin_folder
from grader.errors import GraderError

OUR_FAULT = 3


VERBS = {
    "init": "init",
    "watch": "watch",
    "list": "list_exercises",
    "quiz": "quiz",
    "check": "check",
    "hint": "hint",
    "explain": "explain",
    "reset": "reset",
    "pack": "pack",
    "token": "token",
    "doctor": "doctor",
    "new": "new",
    "lint": "lint",
    "prove": "prove",
    "schema": "schema",
    "export": "export",
}
"""Each verb, with the name of its command in the module that is called like the verb; first what a beginner needs."""


class Verbs(click.Group):
    """The verbs, in this order; a module is loaded when its verb is asked for, as loading all takes long."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """See click."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """See click."""
        if cmd_name not in VERBS:
            return None
        command = getattr(importlib.import_module(f"grader.cli.{cmd_name}"), VERBS[cmd_name])
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=Verbs,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="jwt-grader")
@click.pass_context
def grader(context: click.Context) -> None:
    """Learn how FastAPI logs users in with JWTs: answer, write the code, and see at once what is right.

    New here? Begin with `grader init my-jwt-exercises`, which makes a folder of your own. In that folder, `grader`
    alone is all that you need. After any of the commands below, `--help` tells more about it.
    """
    if context.invoked_subcommand is None:
        if workspace.made_for(Path()) or workspace.nearest(Path(), builtin_folder()):
            from grader.cli.watch import watch  # noqa: PLC0415 - loading takes long

            with watch.make_context("watch", [], parent=context) as watching:
                watch.invoke(watching)
        else:
            click.echo(context.get_help())


def run() -> int:
    """Carry out what the command line asks, and give the exit code; no traceback reaches who did not ask for one."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr] # a console may lack a character
    try:
        return int(grader(standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort as interrupt:
        raise KeyboardInterrupt from interrupt
    except GraderError as error:
        click.echo(str(error), err=True)
        return error.exit_code
    except Exception as error:
        if os.environ.get("GRADER_DEBUG"):
            raise
        click.echo(f"This is a fault of jwt-grader, not yours: {type(error).__name__}: {error}", err=True)
        click.echo("Nothing was held against you. To see where it is, set GRADER_DEBUG=1 and try again.", err=True)
        return OUR_FAULT
