"""The misconceptions' examples: there is one for each, the wrong way shows the mistake, and the right way is right."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import get_args

import pytest

from grader import explaining, lexicon
from grader.errors import ExerciseError, UsageError
from grader.example import GROUPS, Example
from grader.explaining import Attempt, Explanation
from grader.judge.diagnosis import diagnose
from grader.labels import Label
from grader.lexicon import FOLDER

LABELS: tuple[Label, ...] = get_args(Label)
EXAMPLES = lexicon.read_all()
WIDEST = 70
"""So many columns are left for code in a terminal of 80."""

VALID = """\
title: Nothing comes back
group: result
rule: A function without `return` gives None.
wrong: |
  def make(secret): pass
right: |
  def make(secret): return secret
steps:
  - {id: made, call: make, args: [$secret]}
checks:
  - {id: gives, title: gives something, of: made, is: str}
"""
"""A valid example, short enough to count its lines and columns."""


@pytest.fixture(autouse=True)
def _any_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have examples diagnosed with whatever they show, not only with what they are for."""
    monkeypatch.setattr(explaining, "diagnose", lambda case, _: diagnose(case, LABELS))


@functools.cache
def explained(label: Label, seed: int) -> Explanation:
    """Explain a misconception."""
    return explaining.explain(label, EXAMPLES[label], seed=seed)


def told(attempt: Attempt) -> list[str]:
    """Give the sentences about what came of an attempt."""
    return [outcome.sentence for outcome in attempt.outcomes]


def test_every_misconception_has_an_example() -> None:
    """Each label can be explained: put `<label>.yaml` into grader/examples for those that are named here."""
    missing = [label for label in LABELS if label not in EXAMPLES]
    assert missing == []


@pytest.mark.parametrize("label", EXAMPLES)
def test_the_wrong_way_shows_the_mistake(label: Label) -> None:
    """It is diagnosed as just this mistake, as a student's file would be, and one can see that something is wrong."""
    wrong, right = explained(label, 1).wrong, explained(label, 1).right
    assert [diagnosis.label for diagnosis in wrong.diagnoses] == [label]
    assert wrong.outcomes != right.outcomes


@pytest.mark.parametrize("label", EXAMPLES)
def test_the_right_way_is_right(label: Label) -> None:
    """All that is asked for holds of it."""
    results = explained(label, 1).right.results
    assert [(result.id, result.message) for result in results if result.status != "passed"] == []


@pytest.mark.parametrize("label", EXAMPLES)
def test_it_reads_well(label: Label) -> None:
    """Titles are short, rules are sentences, and no line of code is broken in two."""
    example = EXAMPLES[label]
    assert len(label) + len(example.title) <= WIDEST
    assert not example.title.endswith(".")
    assert example.rule.endswith((".", ")"))
    assert max(map(len, f"{example.wrong}\n{example.right}".splitlines())) <= WIDEST


def test_titles_are_told_apart() -> None:
    """No two misconceptions are called the same."""
    assert len({example.title for example in EXAMPLES.values()}) == len(EXAMPLES)


def test_they_are_listed_in_their_groups() -> None:
    """Each stands once in the list, under the heading of its group, in the labels' order."""
    groups = list(lexicon.grouped(EXAMPLES))
    assert [label for _, titles in groups for label in titles] == sorted(
        EXAMPLES, key=lambda label: (list(GROUPS).index(EXAMPLES[label].group), LABELS.index(label))
    )


GROUP = "'results' is none of python, result, signature, login, payload, time, app; did you mean 'result'?"
VERB = "one of these keys must say what it does: call, read, load, request; did you mean 'call'?"
FAULTS = [
    ("group: result", "group: results", [f"2:8: {GROUP}"]),
    ("rule: A", "rul: A", ["1:1: 'rule' is missing", "3:1: the key 'rul' is not known here; did you mean 'rule'?"]),
    ("call: make", "cal: make", [f"9:5: {VERB}"]),
    ("[$secret]", "[$secrets]", ["9:35: there is no variable '$secrets'; did you mean '$secret'?"]),
    ("of: made", "of: mad", ["11:45: there is no step 'mad'; did you mean 'made'?"]),
    ("title: Nothing", "title: 'Nothing", ["12:1: found unexpected end of stream"]),
]


@pytest.mark.parametrize(("before", "after", "faults"), FAULTS, ids=[fault[1] for fault in FAULTS])
def test_faults_are_told_with_their_place(tmp_path: Path, before: str, after: str, faults: list[str]) -> None:
    """An example is checked as an exercise is: each fault has a line that editors can follow."""
    file = tmp_path / "returns_none.yaml"
    file.write_text(VALID.replace(before, after))
    with pytest.raises(ExerciseError) as error:
        lexicon.read_all(tmp_path)
    assert str(error.value).splitlines() == [f"{file}:{fault}" for fault in faults]


def test_a_file_that_is_no_misconceptions_is_a_fault(tmp_path: Path) -> None:
    """A name that was mistyped is not passed over."""
    (tmp_path / "return_none.yaml").write_text(VALID)
    with pytest.raises(ExerciseError) as error:
        lexicon.read_all(tmp_path)
    assert str(error.value) == (
        f"{tmp_path / 'return_none.yaml'}: there is no misconception 'return_none'; did you mean 'returns_none'?"
    )


def test_a_label_without_an_example_is_told_in_a_sentence(tmp_path: Path) -> None:
    """It is left out of the list."""
    assert lexicon.read_all(tmp_path) == {}
    with pytest.raises(UsageError) as error:
        lexicon.read("local_time", tmp_path)
    assert str(error.value) == "The misconception 'local_time' has no example yet, so it cannot be shown."


def test_every_file_is_read() -> None:
    """Nothing lies in the folder that is not used."""
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(f"{label}.yaml" for label in EXAMPLES)


APP = """\
import os

import jwt
from fastapi import FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer
from fastapi.param_functions import Depends

app = FastAPI()
scheme = OAuth2PasswordBearer(tokenUrl="token")


@app.post("/token")
def login():
    token = jwt.encode({"sub": "alice"}, os.environ["SECRET"])
    return {"access_token": token, "token_type": "bearer"}


@app.get("/me")
def me(token: str = Depends(scheme)):
    try:
        return jwt.decode(token, os.environ["SECRET"], ["HS256"])
    except jwt.InvalidTokenError:
        raise HTTPException(401, "no")
"""


def test_an_example_may_be_an_application() -> None:
    """Requests are sent to `app`, and told with what was sent and what was answered."""
    example = Example.model_validate(
        {
            "title": "An app",
            "group": "app",
            "rule": "A rule.",
            "wrong": APP.replace('["HS256"])', '["HS256"], options={"verify_signature": False})'),
            "right": APP,
            "environment": {"SECRET": "$secret"},
            "steps": [
                {"id": "login", "request": "POST /token", "form": {"username": "alice", "password": "$wrong_password"}},
                {"id": "me", "request": "GET /me", "bearer": "@login.json.access_token"},
                {
                    "id": "forged",
                    "request": "GET /me",
                    "bearer": {"token": {"claims": {"sub": "bob"}, "secret": "$stranger", "algorithm": "HS256"}},
                },
            ],
            "checks": [{"id": "refuses", "title": "refuses it", "of": "forged", "answers": 401}],
        },
        strict=False,
    )
    shown = explaining.explain("accepts_anyone", example, seed=1)
    login = (
        "`POST /token (username='alice', password=wrong_password)` was answered with 200 OK: "
        "{'access_token': 'eyJhbGciOiJIUzI1…', 'token_type': 'bearer'}, with this token:"
    )
    me = "`GET /me (bearer <HS256 token: sub 'alice'>)` was answered with 200 OK: {'sub': 'alice'}."
    forged = "`GET /me (bearer <HS256 token: sub 'bob', signed with another key>)` was answered with "
    assert told(shown.wrong) == [login, me, forged + "200 OK: {'sub': 'bob'}."]
    assert told(shown.right) == [login, me, forged + "401 Unauthorized: {'detail': 'no'}."]
    assert shown.right.outcomes[0].notes == ("Its signature matches the secret that was given.",)
    assert [result.status for result in (*shown.wrong.results, *shown.right.results)] == ["failed", "passed"]
