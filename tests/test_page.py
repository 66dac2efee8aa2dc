"""Pages at a terminal: prose is wrapped where the screen ends, and code is left as it is."""

from __future__ import annotations

import io

from rich.console import Console
from support import all_exercises

from grader.exercise import Option
from grader.reporters.page import Code, options, page, prose

LONG = "payload = {'user_id': 1, 'exp': datetime.now(timezone.utc) + timedelta(minutes=30)}"


def shown(*parts: object, width: int = 40) -> list[str]:
    """Print parts of a page on a screen of this width, as `screen.show` does, and give its lines."""
    console = Console(file=io.StringIO(), width=width, color_system=None, force_terminal=False)
    console.print(page(*parts), crop=False)  # type: ignore[arg-type] # whatever is to be shown
    return [line.rstrip() for line in console.file.getvalue().split("\n")]  # type: ignore[attr-defined] # StringIO


def test_code_is_never_wrapped() -> None:
    """A line of code that is longer than the screen stays one line, with all of it."""
    assert shown(Code(f"x = 1\n{LONG}\n")) == ["      x = 1", f"      {LONG}", ""]


def test_prose_is_wrapped_and_the_examples_in_it_are_not() -> None:
    """Sentences end where the screen does; an indented line keeps its indentation and its length."""
    text = f"For example, called when it is noon in UTC, this does:\n\n    {LONG}"
    assert shown(*prose(text)) == [
        "  For example, called when it is noon",
        "  in UTC, this does:",
        "",
        f"      {LONG}",
        "",
    ]


def test_the_items_of_a_list_are_set_in() -> None:
    """Further lines of an item begin below its first word, so that the next item is seen."""
    text = "Good is:\n- a token that has not expired, up to the second\n- nothing else"
    assert shown(*prose(text)) == [
        "  Good is:",
        "  - a token that has not expired, up",
        "    to the second",
        "  - nothing else",
        "",
    ]


def test_options_stand_beside_their_letters() -> None:
    """Words are wrapped beside the letter, code is not, and where there are both the words come first."""
    choices = {
        "A": Option(text="A token that lives for half an hour, everywhere", because="."),
        "B": Option(code=f"{LONG}\nprint(1)", because="."),
        "C": Option(text="Both", code="x = 1", because="."),
    }
    assert shown(*options(choices)) == [
        "  A  A token that lives for half an",
        "     hour, everywhere",
        f"  B  {LONG}",
        "     print(1)",
        "  C  Both",
        "     x = 1",
        "",
    ]


def test_every_starter_is_shown_as_it_is() -> None:
    """What a student is to begin with can be copied from a narrow screen."""
    for exercise in all_exercises().exercises:
        if exercise.task:
            lines = [f"      {line}".rstrip() for line in exercise.task.starter.rstrip().split("\n")]
            assert shown(Code(exercise.task.starter)) == [*lines, ""]
