"""How the end of a step without a result is told: what was being done, what ended it, and what to look for."""

from __future__ import annotations

from typing import Any

import pytest
from evidence_builder import Behaviour, check, evidence, raised, raises, silent, told, verdicts

from grader.evidence import Error


def why(behaviour: Behaviour, do: str, args: tuple[Any, ...] = (1, 2)) -> str:
    """Say why a step gave nothing that could be judged."""
    if do == "run":
        ((status, message),) = verdicts(evidence(run=behaviour), check("run", ends="returned"))
    else:
        given = evidence(answer=behaviour, reads=["answer"] if do == "read" else [], args={"answer": args})
        ((status, message),) = verdicts(given, check(is_="str"))
    assert status == "failed"
    return message


DOINGS = {"run": "Running answer.py", "call": "answer(...)", "read": "Reading `answer`"}
STOPPED: dict[str, tuple[Behaviour, str]] = {
    "timed_out": (
        lambda step: silent(step, "timed_out"),
        "{} was stopped because it had not finished in time: look for a loop that never ends.",
    ),
    "output_limit": (
        lambda step: silent(step, "output_limit"),
        "{} was stopped because it printed more than 1 MiB: look for a print in a loop that never ends.",
    ),
    "out_of_memory": (
        lambda step: told(step, "out_of_memory"),
        "{} used more memory or threads than it may: look for something that grows in a loop.",
    ),
    "refused": (
        lambda step: silent(step, "refused"),
        "{} gave an answer that is too large or not understood: return a short text.",
    ),
    "crashed": (lambda step: silent(step, "crashed"), "{} crashed Python itself."),
    "raised_by_nothing": (lambda step: told(step, "raised"), "{} crashed Python itself."),
    "not_reached_by_nothing": (lambda step: told(step, "not_reached"), "{} did not come about."),
    "exited": (
        lambda step: told(step, "exited", exit_code=0, error=Error(type="SystemExit", message="0", line=4)),
        "{} ended the whole program (answer.py:4): take out sys.exit(), exit() or quit().",
    ),
    "exited_somewhere": (
        lambda step: told(step, "exited", exit_code=1),
        "{} ended the whole program: take out sys.exit(), exit() or quit().",
    ),
    "exited_with_words": (
        lambda step: told(step, "exited", exit_code=1, error=Error(type="SystemExit", message="No key.", line=4)),
        (
            "{} ended the whole program (answer.py:4), saying “No key”: look why it came to this, or take out "
            "sys.exit(), exit() or quit()."
        ),
    ),
}


@pytest.mark.parametrize("do", DOINGS)
@pytest.mark.parametrize(("behaviour", "words"), STOPPED.values(), ids=STOPPED)
def test_how_a_step_was_stopped(behaviour: Behaviour, words: str, do: str) -> None:
    """The sentence says what was being done, what stopped it, and what to look for."""
    assert why(behaviour, do) == words.format(DOINGS[do])


RAISED: dict[str, tuple[str, Behaviour, str]] = {
    "run": ("run", raises("NameError", "name 'x' is not defined"), "answer.py:3: NameError: name 'x' is not defined"),
    "call": ("call", raises("KeyError", "'sub'"), "answer.py:3: KeyError: 'sub'"),
    "no_line": (
        "call",
        raises("jwt.exceptions.InvalidKeyError", "x", None),
        "answer.py: jwt.exceptions.InvalidKeyError: x",
    ),
    "syntax": (
        "run",
        raises("IndentationError", "unexpected indent"),
        "answer.py:3: Python cannot read this line (unexpected indent).",
    ),
    "tabs": (
        "run",
        raises("TabError", "inconsistent use of tabs"),
        "answer.py:3: Python cannot read this line (inconsistent use of tabs).",
    ),
    "not_utf_8": (
        "run",
        raises("SyntaxError", "(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
        "answer.py is not UTF-8 text: save it as UTF-8.",
    ),
    "nul": (
        "run",
        raises("SyntaxError", "source code string cannot contain null bytes", None),
        "answer.py holds NUL bytes, so it is not a text file: save it as UTF-8.",
    ),
    "signature": (
        "call",
        raises("TypeError", "answer() takes 0 positional arguments but 2 were given", None),
        "`answer` could not be called with 2 arguments: answer() takes 0 positional arguments but 2 were given.",
    ),
    "type_error_inside": ("call", raises("TypeError", "can only add"), "answer.py:3: TypeError: can only add"),
    "drawn": (
        "call",
        lambda step: raised(
            step, "ValueError", f"{step.bindings['$user_id']} at 0x7f3c5c1a2b30 of 2031-03-04 10:30", 3
        ),
        "answer.py:3: ValueError: <user_id> at <address> of <time>",
    ),
    "controls": (
        "call",
        raises("Er\u202eror", "a\nb\x1b[31m\0"),
        "answer.py:3: Er\N{REPLACEMENT CHARACTER}ror: a b\N{REPLACEMENT CHARACTER}[31m\N{REPLACEMENT CHARACTER}",
    ),
    "input": (
        "run",
        raises("EOFError", "EOF when reading a line"),
        "answer.py:3: this asks for input, and while it is graded nobody is there to answer.",
    ),
    "no_files": (
        "call",
        raises("PermissionError", "[Errno 1] No"),
        "answer.py:3: [Errno 1] No. While it is graded, a program may use no files, programs or network.",
    ),
    "missing_function": (
        "call",
        lambda step: told(step, "missing"),
        "There is no function `answer` at the top level of answer.py.",
    ),
    "near_name": (
        "call",
        lambda step: told(step, "missing", names=("jwt", "ansver", "login")),
        "There is no function `answer` at the top level of answer.py, but there is `ansver`: rename it.",
    ),
    "missing_name": (
        "read",
        lambda step: told(step, "missing", names=("jwt",)),
        "There is no name `answer` at the top level of answer.py.",
    ),
}


@pytest.mark.parametrize(("do", "behaviour", "words"), RAISED.values(), ids=RAISED)
def test_what_a_step_raised(do: str, behaviour: Behaviour, words: str) -> None:
    """The sentence names the exception and the student's line, with nothing in it that is harmful or drawn."""
    assert why(behaviour, do) == words


WINDOWS_PATH = "(unicode error) 'unicodeescape' codec can't decode bytes in position 2-3: truncated \\UXXXXXXXX escape"
ONE_ARGUMENT = "answer() takes 0 positional arguments but 1 was given"


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("SyntaxError", WINDOWS_PATH),
        ("UnicodeDecodeError", "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
    ],
    ids=["windows_path", "while_running"],
)
def test_other_codec_errors(kind: str, message: str) -> None:
    """A backslash in a text and bytes that the program decodes say nothing of how the file was saved."""
    assert "save it as UTF-8" not in why(raises(kind, message), "run")


def test_one_argument() -> None:
    """One argument is not called arguments."""
    message = why(raises("TypeError", ONE_ARGUMENT, None), "call", ("$user_id",))
    assert message == f"`answer` could not be called with 1 argument: {ONE_ARGUMENT}."


def test_a_name_is_no_token() -> None:
    """A name that happens to hold the first letters of a token is told as it is."""
    message = "name 'keyJsonFile' is not defined"
    assert why(raises("NameError", message), "call") == f"answer.py:3: NameError: {message}"


def test_an_exception_without_a_message() -> None:
    """An exception that says nothing, such as that of assert, is told by its name alone."""
    assert why(raises("AssertionError", ""), "call") == "answer.py:3: AssertionError"


def test_where_a_library_is_on_this_machine_is_not_told() -> None:
    """The path of a module differs from machine to machine, and is left out."""
    for path in ("/usr/lib/python3.13/datetime.py", r"C:\Python313\Lib\datetime.py"):
        message = f"cannot import name 'utc' from 'datetime' ({path})"
        told_as = "answer.py:3: ImportError: cannot import name 'utc' from 'datetime'"
        assert why(raises("ImportError", message), "run") == told_as
