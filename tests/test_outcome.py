"""What a program did is told in plain words: what it printed, gave, answered, or stopped with."""

from __future__ import annotations

import pytest
from web_apps import APP, observe

from grader.outcome import Outcome, outcomes

CALL = "[{id: made, call: make, args: [$secret, alice, 7]}]"
MAKE = "import jwt\ndef make(secret, name, number):\n    return "
CALLED = "`make(secret, 'alice', 7)`"
GIVEN = {
    "None": "None",
    "a text": "'HS256'",
    "a number": "7",
    "a list": "[1, 'two', None]",
    "a tuple": "(1, 2)",
    "a dict": "{'a': {'b': True}}",
    "bytes": "b'abc'",
}


def sentences(program: str, steps: str = "[]") -> list[str]:
    """Run a program, and give the sentences about it."""
    return [outcome.sentence for outcome in outcomes(observe(program, steps))]


@pytest.mark.parametrize("value", GIVEN.values(), ids=GIVEN.keys())
def test_a_value_is_shown_as_python_writes_it(value: str) -> None:
    """What was given to the function stands there, too: what was drawn by its name."""
    assert sentences(MAKE + value, CALL) == [f"{CALLED} returned {value}."]


def test_what_is_long_is_cut() -> None:
    """A token is recognised by its beginning, and nobody reads the rest."""
    assert sentences(f"{MAKE}{{'key': '{'a' * 70}'}}", CALL) == [f"{CALLED} returned {{'key': '{'a' * 16}…'}}."]


def test_a_datetime_is_named() -> None:
    """Its own text would be the program's."""
    assert sentences("import datetime\nnow = datetime.datetime.now()", "[{id: now, read: now}]") == [
        "`now` holds a datetime."
    ]


MADE = 'jwt.encode({"sub": name}, secret, "HS256")'
MATCHES = "Its signature matches the secret that was given."
DIFFERS = "Its signature does not match the secret that was given."
TOKENS = {
    "good": (MADE, (MATCHES,)),
    "another secret": (
        MADE.replace("secret", "'x' * 32"),
        (DIFFERS,),
    ),
    "not signed": (MADE.replace("HS256", "none").replace("secret", "''"), ("It is not signed.",)),
    "expired": (
        MADE.replace('"sub": name', '"exp": 7'),
        (MATCHES, "PyJWT would refuse it: it has expired."),
    ),
}


@pytest.mark.parametrize(("made", "notes"), TOKENS.values(), ids=TOKENS.keys())
def test_a_token_is_opened_up(made: str, notes: tuple[str, ...]) -> None:
    """Its signature is tried, and what decode would object to is said."""
    (outcome,) = outcomes(observe(MAKE + made, CALL))
    assert outcome.sentence == f"{CALLED} returned a token:"
    assert outcome.token
    assert outcome.notes == notes


@pytest.mark.parametrize("expiry", ["time.time() + 1800", "int(time.time() + 1800)"])
def test_times_are_told_from_the_moment_of_the_call(expiry: str) -> None:
    """Half an hour is half an hour, whether a part of a second was cut off or not; nobody's local time is told."""
    made = f'jwt.encode({{"exp": {expiry}}}, secret)'
    (outcome,) = outcomes(observe("import time\n" + MAKE + made, CALL))
    assert outcome.token
    assert outcome.timed
    assert outcome.token.payload[0].moment.endswith(" UTC, in 30 min")


ENDED = "Running answer.py ended the whole program (answer.py:1): take out sys.exit(), exit() or quit()."
PRINTED = {
    "nothing": ("x = 1", [Outcome("It ran to its end and printed nothing.")]),
    "a line": ("print('Hello')", [Outcome("It printed:", ("Hello",))]),
    "much": ("for n in range(20): print(n)", [Outcome("It printed:", (*map(str, range(8)), "…"))]),
    "then an error": (
        "print('Hello')\nraise ValueError",
        [Outcome("It printed:", ("Hello",)), Outcome("It stopped with ValueError.")],
    ),
    "an error": ("encode", [Outcome("It stopped with NameError: name 'encode' is not defined.")]),
    "no Python": (
        "encode(",
        [Outcome("Python could not read it, so nothing was run. SyntaxError: '(' was never closed.")],
    ),
    "no end": ("raise SystemExit(3)", [Outcome(ENDED)]),
    "a control character": ("print('a\\x1b[31mb')", [Outcome("It printed:", ("a\N{REPLACEMENT CHARACTER}[31mb",))]),
}


@pytest.mark.parametrize(("program", "told"), PRINTED.values(), ids=PRINTED.keys())
def test_what_a_script_did_is_told(program: str, told: list[Outcome]) -> None:
    """What it printed comes first, then what it stopped with."""
    assert list(outcomes(observe(program, "[]"))) == told


def test_requests_are_told_in_their_order() -> None:
    """An answer is told with its status, and an error of the app with the answer that it was turned into."""
    program = APP + "@app.get('/a')\ndef a(): return {'a': 1}\n@app.get('/b')\ndef b(): raise ValueError('no')\n"
    steps = "[{id: c, request: GET /c}, {id: b, request: GET /b}, {id: a, request: GET /a, bearer: xyz}]"
    evidence = observe(program, steps)
    assert [outcome.sentence for outcome in outcomes(evidence, ["c", "b", "a"])] == [
        "`GET /c` was answered with 404 Not Found: {'detail': 'Not Found'}.",
        "`GET /b` was answered with 500 Internal Server Error, because the app stopped with ValueError: no.",
        "`GET /a (bearer 'xyz')` was answered with 200 OK: {'a': 1}.",
    ]


def test_an_answer_says_how_to_log_in() -> None:
    """The header that a refusal must have is told where it is, and made harmless."""
    refuse = "def {0}(): raise HTTPException(401, 'no', {1})\n"
    routes = {"with": {"WWW-Authenticate": "Bearer"}, "without": None, "odd": {"WWW-Authenticate": "a\x1bb"}}
    program = "from fastapi import HTTPException\n" + APP
    for name, headers in routes.items():
        program += f"@app.get('/{name}')\n" + refuse.format(f"{name}_", headers)
    steps = "[{id: a, request: GET /with}, {id: b, request: GET /without}, {id: c, request: GET /odd}]"
    assert [outcome.sentence for outcome in outcomes(observe(program, steps), ["a", "b", "c"])] == [
        "`GET /with` was answered with 401 Unauthorized (WWW-Authenticate: Bearer): {'detail': 'no'}.",
        "`GET /without` was answered with 401 Unauthorized: {'detail': 'no'}.",
        "`GET /odd` was answered with 401 Unauthorized (WWW-Authenticate: a\ufffdb): {'detail': 'no'}.",
    ]


def test_one_step_after_the_other_is_told() -> None:
    """Steps are done in an order left to chance, and told in the order in which they stand."""
    steps = "[{id: one, call: f, args: [1]}, {id: two, call: f, args: [2]}, {id: three, call: f, args: [3]}]"
    for seed in range(4):
        evidence = observe("def f(x): return x", steps, seed=seed)
        told = [outcome.sentence for outcome in outcomes(evidence, ["one", "two", "three"])]
        assert told == ["`f(1)` returned 1.", "`f(2)` returned 2.", "`f(3)` returned 3."]


def test_what_a_further_loading_did_is_told() -> None:
    """A file that is loaded anew is told with its variables, also where it only runs to its end, or prints."""
    program = "import os\nif os.environ['KEY'] == 'a': raise ValueError('no')\nif os.environ['KEY'] == 'b': print('b')"
    steps = "[{id: a, load: {KEY: a}}, {id: b, load: {KEY: b}}, {id: c, load: {KEY: $secret}}, {id: none, load: {}}]"
    assert sentences(program, steps)[1:] == [
        "Loaded anew with `KEY` set to 'a', it stopped with ValueError: no.",
        "Loaded anew with `KEY` set to 'b', it printed:",
        "Loaded anew with `KEY` set to secret, it ran to its end.",
        "Loaded anew with no variable set, it stopped with KeyError: 'KEY'.",
    ]
