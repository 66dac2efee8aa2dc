"""`grader quiz`: the questions one by one, each answer written down at once."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from grader import answers, catalog, grading, quizzing, submission
from grader.catalog import builtin_folder
from grader.cli import completion, screen
from grader.cli.asking import ask
from grader.cli.options import exercises_option
from grader.errors import SandboxError, UsageError
from grader.quizzing import Put
from grader.reporters import quiz as layouts
from grader.submission import ANSWERS

UNFINISHED = 1
INTERRUPTED = 130


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=".", shell_complete=completion.slugs_or_folders)
@click.option(
    "--exercise",
    "slugs",
    multiple=True,
    metavar="EXERCISE",
    help="Ask only this; may be given several times.",
    shell_complete=completion.slugs,
)
@click.option("--again", is_flag=True, help="Ask what is answered already, too.")
@click.option("--shuffle", is_flag=True, help="Show the options of each question in another order.")
@click.option("--seed", type=int, help="Repeat an order exactly: the seed that was shown. Drawn at random otherwise.")
@exercises_option
@click.pass_context
def quiz(  # noqa: PLR0913, PLR0917 - one for each argument and option
    context: click.Context,
    folder: Path,
    slugs: tuple[str, ...],
    again: bool,
    shuffle: bool,
    seed: int | None,
    exercises_folder: Path,
) -> None:
    """Answer the questions one by one, and see at once why.

    Predict first, then see what the code really does. Each answer is written into answers.yaml in FOLDER (the current
    one if none is given) at once, and nothing else in that file is touched. Leave with q, Ctrl-C or Ctrl-D whenever
    you like: next time you go on where you stopped.

    Exit code: 0 if all that was to be asked is answered right, 1 otherwise, 2 wrong usage, 130 when interrupted.
    """
    drawn = grading.new_seed() % 1_000_000 if seed is None else seed
    exercises = catalog.load(exercises_folder)
    if not folder.exists() and str(folder) in [exercise.slug for exercise in exercises.exercises]:
        folder, slugs = Path(), (str(folder), *slugs)  # `grader quiz utc_expiry`, in one's own folder
    put = quizzing.questions(exercises.select(slugs).exercises, shuffle=shuffle, seed=drawn)
    if not put:
        raise UsageError("There is no question in what you chose: `grader list` shows which exercises have one.")
    given = _answers(folder, put)
    asked = put if again else quizzing.waiting(put, given)
    if shuffle and asked:
        screen.say(f"\n  Shuffled: --seed {drawn} shows the options in this order again.")
    interrupted = False
    try:
        for number, each in enumerate(asked, len(put) - len(asked) + 1):
            if not _go_through(each, number, len(put), folder, drawn) or (each is not asked[-1] and _has_enough()):
                break
    except (KeyboardInterrupt, click.Abort):
        interrupted = True
        screen.say("")
    standing = quizzing.standing(put, _answers(folder, put))
    where = [] if folder == Path() else [str(folder)]
    options = [] if exercises_folder == builtin_folder() else ["--exercises", str(exercises_folder)]
    command = _spelt(["grader", *standing.go_on(where, options)])
    screen.show(layouts.summary(standing, command, asked=bool(asked)))
    context.exit(INTERRUPTED if interrupted else UNFINISHED if standing.left or standing.wrong else 0)


def _answers(folder: Path, put: Sequence[Put]) -> quizzing.Given:
    """Read the answers that are there; raises UsageError if they cannot be read, so that nothing of them is lost."""
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}: make it first, or give none to use the one that you are in.")
    read = submission.read(folder, [each.slug for each in put])
    if ANSWERS in read.problems:
        raise UsageError(f"{read.problems[ANSWERS]} Put that right first; nothing was changed.")
    return read.answers


def _go_through(put: Put, number: int, count: int, folder: Path, seed: int) -> bool:
    """Ask one question until it is answered right or seen; False if the student leaves."""
    screen.show(layouts.question(put, number, count))
    tried = False
    while True:
        prompt = "  Another letter, or s to see the answer: " if tried else "  What do you think? "
        typed = quizzing.understand(ask(prompt), put.own, may_see=tried)
        match typed.wish:
            case "leave":
                return False
            case "unclear":
                screen.show(layouts.unclear(typed.kindly))
            case "see":
                screen.show(layouts.seen(put))
                _try_out(put, put.right, seed)
                return True
            case "choose":
                answers.write(folder, put.slug, put.own[typed.letter])
                screen.show(layouts.said(put, typed.letter))
                _try_out(put, typed.letter, seed)
                if typed.letter == put.right:
                    return True
                tried = True
                screen.say("")


def _has_enough() -> bool:
    """Wait until what was told is read, which the next question would push out of sight, and ask whether to go on."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return quizzing.leaves(ask("\n  Enter leads to the next question, q leaves: "))


def _try_out(put: Put, letter: str, seed: int) -> None:
    if not quizzing.shows(put, letter):
        return
    try:
        outcomes = quizzing.try_out(put, letter, seed=seed)
    except SandboxError as error:
        screen.say(f"\n  The code could not be run just now: {error}")
    else:
        screen.show(layouts.did(outcomes, of_question=not put.options[letter].code))


def _spelt(words: list[str]) -> str:
    """Spell a command as it is typed here."""
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
