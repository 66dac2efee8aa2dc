"""All verbs of the command line together."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from grader import __version__, workspace
from grader.catalog import builtin_folder
from grader.cli.check import check
from grader.cli.doctor import doctor
from grader.cli.explain import explain
from grader.cli.export import export
from grader.cli.hint import hint
from grader.cli.init import init
from grader.cli.lint import lint
from grader.cli.list import list_exercises
from grader.cli.new import new
from grader.cli.pack import pack
from grader.cli.prove import prove
from grader.cli.quiz import quiz
from grader.cli.reset import reset
from grader.cli.schema import schema
from grader.cli.token import token
from grader.cli.watch import watch
from grader.errors import GraderError

OUR_FAULT = 3


class InThisOrder(click.Group):
    """Lists its verbs in the order in which they are added: first what a beginner needs first."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """See click."""
        return list(self.commands)


@click.group(
    cls=InThisOrder,
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
            with watch.make_context("watch", [], parent=context) as watching:
                watch.invoke(watching)
        else:
            click.echo(context.get_help())


for verb in (
    init,
    watch,
    list_exercises,
    quiz,
    check,
    hint,
    explain,
    reset,
    pack,
    token,
    doctor,
    new,
    lint,
    prove,
    schema,
    export,
):
    grader.add_command(verb)


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
