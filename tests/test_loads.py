"""A file can be loaded anew, as a server that starts again, with other environment variables; or refuse to start."""

from __future__ import annotations

import pytest
from web_apps import first_round, given, observe, verdicts

from grader.judge.judging import rounds_of

READS = "import os\nKEY = os.environ.get('KEY')\ndef key(): return KEY\ndef names(): return sorted(os.environ)\n"
STEPS = """
- {id: first, call: key}
- {id: other, load: {KEY: two}}
- {id: second, call: key}
- {id: none, load: {}}
- {id: third, call: key}
- {id: all, call: names}
"""


def test_each_loading_has_its_own_environment() -> None:
    """A file that is loaded anew finds the variables of that loading, and no others."""
    observed = first_round(observe(READS, STEPS, environment={"KEY": "one"}))
    assert [given(observed[name]) for name in ("first", "second", "third")] == ["one", "two", None]
    assert given(observed["all"]) == ["TZ"]


def test_variables_are_drawn_for_each_round() -> None:
    """A variable may be one of the values that nobody can know beforehand."""
    observed = first_round(observe(READS, "[{id: first, call: key}]", environment={"KEY": "$secret"}))
    assert given(observed["first"]) == observed["first"].step.bindings["$secret"]


def test_a_new_application_is_started_up_in_a_new_process() -> None:
    """Each loading has an application of its own, which requests after it are sent to, and nothing of the old one."""
    app = (
        "import contextlib, os\nfrom fastapi import FastAPI\n@contextlib.asynccontextmanager\n"
        "async def lifespan(app):\n    yield\n    print('down', os.environ.get('KEY'))\n"
        "app = FastAPI(lifespan=lifespan)\nKEY = os.environ['KEY']\n@app.get('/')\ndef get(): return KEY\n"
    )
    steps = "[{id: a, request: GET /}, {id: anew, load: {KEY: two}}, {id: b, request: GET /}]"
    observed = first_round(observe(app, steps, environment={"KEY": "one"}))
    assert [given(observed[name])["json"] for name in ("a", "b")] == ["one", "two"]
    assert observed["anew"].output == ""


def test_what_was_left_in_another_module_is_gone() -> None:
    """A program that is loaded anew finds nothing of before, wherever it was kept."""
    program = "import builtins\ndef count():\n    builtins.n = getattr(builtins, 'n', 0) + 1\n    return builtins.n\n"
    steps = "[{id: first, call: count}, {id: second, after: 0 s, call: count}, {id: anew, load: {}}"
    steps += ", {id: third, call: count}]"
    observed = first_round(observe(program, steps))
    assert [given(observed[name]) for name in ("first", "second", "third")] == [1, 2, 1]


STARTS = "- {id: unset, load: {}}\n"
FAILS = "- {id: fails, of: unset, ends: failed}\n- {id: says, of: unset, says: SECRET_KEY, needs: [fails]}"
EXITS = "if 'SECRET_KEY' not in os.environ: "


@pytest.mark.parametrize(
    ("program", "fails", "says"),
    [
        pytest.param("os.environ['SECRET_KEY']", "", "", id="KeyError"),
        pytest.param(EXITS + "raise RuntimeError('Set secret_key')", "", "", id="RuntimeError"),
        pytest.param(EXITS + "sys.exit('SECRET_KEY is not set')", "", "", id="exit with text"),
        pytest.param(EXITS + "print('no SECRET_KEY', file=sys.stderr); sys.exit(1)", "", "", id="stderr"),
        pytest.param(EXITS + "print('no SECRET_KEY'); sys.exit(1)", "", "", id="stdout"),
        pytest.param(EXITS + "logging.critical('no SECRET_KEY'); sys.exit(1)", "", "", id="logging"),
        pytest.param(EXITS + "print('no SECRET_KEY'); os._exit(1)", "", "", id="os._exit"),
        pytest.param(EXITS + "print('no SECRET_KEY', file=sys.stderr); os._exit(1)", "", "", id="os._exit, stderr"),
        pytest.param(
            EXITS + "print('no key'); os._exit(1)",
            "",
            "Expected the error to name SECRET_KEY, but it says “no key”.",
            id="os._exit, unclear",
        ),
        pytest.param(
            EXITS + "os._exit(0)",
            "Expected the file to end with an error, but its exit code is 0, which means success.",
            None,
            id="os._exit, success",
        ),
        pytest.param(
            EXITS + "raise ValueError('no key')",
            "",
            "Expected the error to name SECRET_KEY, but it says “ValueError: no key”.",
            id="unclear",
        ),
        pytest.param(
            EXITS + "sys.exit(1)", "", "Expected the error to name SECRET_KEY, but it says nothing.", id="silent"
        ),
        pytest.param(
            EXITS + "sys.exit()",
            "Expected the file to end with an error, but its exit code is 0, which means success.",
            None,
            id="success",
        ),
        pytest.param("x = 1", "Expected the file to end with an error, but it ran to its end.", None, id="starts"),
    ],
)
def test_to_refuse_to_start_is_to_fail_and_say_why(program: str, fails: str, says: str | None) -> None:
    """An error, or an exit that is not a success, with the variable's name in it, wherever it is written."""
    evidence = observe(f"import logging, os, sys\n{program}\n", STARTS, environment={"SECRET_KEY": "x"})
    told = verdicts(evidence, FAILS)
    assert told["fails"] == fails
    if says is None:
        assert told["says"].startswith("Not checked: ")
    else:
        assert told["says"] == says


def test_a_program_that_ends_itself_is_loaded_again() -> None:
    """A process that is gone is no obstacle to another start, in this round or the next; nothing is called in it."""
    program = READS + "if KEY is None:\n    os._exit(1)\n"
    evidence = observe(
        program, f"{STEPS}- {{id: last, load: {{KEY: three}}}}\n- {{id: fourth, call: key}}", environment={"KEY": "1"}
    )
    for each in rounds_of(evidence):
        assert [each[name].end for name in ("none", "third", "all", "last")] == [
            "exited",
            *["not_reached"] * 2,
            "returned",
        ]
        assert [given(each[name]) for name in ("first", "second", "fourth")] == ["1", "two", "three"]


def test_what_was_said_before_does_not_count() -> None:
    """What an earlier loading wrote to standard error is not what this one says."""
    program = "import os, sys\nprint('SECRET_KEY', file=sys.stderr)\nif 'A' not in os.environ: sys.exit(1)\n"
    program = program.replace("print", "'A' in os.environ and print")
    told = verdicts(observe(program, STARTS, environment={"A": "1"}), FAILS)
    assert told["says"] == "Expected the error to name SECRET_KEY, but it says nothing."
