"""Requests to an application: what is sent, what is noted meanwhile, and what is said of it."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from evidence_builder import check, evidence, gives, verdicts
from made_tasks import LET_IN, answered
from pydantic import TypeAdapter

from grader import tokens
from grader.evidence import Observation, plain
from grader.plan import plan
from grader.sandbox import supervisor
from grader.steps import AnyStep

STEPS: TypeAdapter[list[AnyStep]] = TypeAdapter(list[AnyStep])
APPLICATION = """\
import jwt
from fastapi import FastAPI, Header

app = FastAPI()


@app.get("/echo")
def echo(authorization: str = Header("")):
    return {"sent": authorization}


@app.get("/check")
def check(authorization: str = Header("")):
    try:
        return jwt.decode(authorization[7:], "some-key", algorithms=["HS256"])
    except jwt.InvalidTokenError:
        return None
"""
FORGED = {"token": {"claims": {"sub": "alice"}, "secret": "another-key", "algorithm": "HS256"}}


def observed(*steps: dict[str, Any]) -> dict[str, Observation]:
    """Take the application through these steps, and give what came of each in the first round."""
    chance = random.Random(1)  # noqa: S311 - the same each time
    planned = plan(STEPS.validate_json(json.dumps(steps)), as_script=False, chance=chance)
    first = planned[: len(steps) + 1]
    given = supervisor.run("answer.py", APPLICATION.encode(), first)
    return {observation.step.id: observation for observation in given.observations}


def sent(observation: Observation) -> str:
    """Give the header that the application was sent."""
    assert observation.reply
    assert observation.reply.value
    answer: Any = plain(observation.reply.value)
    return str(answer["json"]["sent"])


def test_token_of_our_own_that_is_changed_after_signing() -> None:
    """A forged token may be tampered with as well: its claims are others, its signature is the same."""
    seen = observed(
        {"id": "whole", "request": "GET /echo", "bearer": FORGED},
        {"id": "changed", "request": "GET /echo", "bearer": {"tampered": FORGED, "claims": {"sub": "bob"}}},
    )
    whole, changed = (tokens.read(sent(seen[name]).removeprefix("Bearer ")) for name in ("whole", "changed"))
    assert whole
    assert changed
    assert (whole.payload, changed.payload) == ({"sub": "alice"}, {"sub": "bob"})
    assert whole.signature == changed.signature


def test_another_scheme() -> None:
    """A token can be sent after another word than Bearer."""
    seen = observed({"id": "other", "request": "GET /echo", "bearer": FORGED, "scheme": "Token"})
    assert sent(seen["other"]).startswith("Token eyJ")


def test_what_decode_refuses_is_noted() -> None:
    """An error of PyJWT's decode is known even if the program catches it, with the line that called."""
    seen = observed(
        {"id": "other_key", "request": "GET /check", "bearer": FORGED},
        {"id": "asks_nothing", "request": "GET /echo"},
    )
    replies = [seen[name].reply for name in ("other_key", "asks_nothing")]
    refused = [[(e.type, e.message, e.line) for e in reply.refusals] for reply in replies if reply]
    assert refused == [[("jwt.exceptions.InvalidSignatureError", "Signature verification failed", 15)], []]


def judged(answer: Any, of: str, **verb: Any) -> str:
    """Judge one check of a request that is answered so, and give the message."""
    given = evidence(answer=answer, sends={"answer": lambda _: {}})
    ((_, message),) = verdicts(given, check(of, **verb))
    return message


def test_parts_of_an_answer_are_named() -> None:
    """A message says which part of which answer it speaks of."""
    answer = answered(200, {"token_type": "Bearer"}, www_authenticate="Basic")
    assert judged(answer, "answer.json.token_type", equals="bearer") == (
        "Expected `token_type` in the answer to `GET /me` to be the text 'bearer', but it is the text 'Bearer'."
    )
    refusal = answered(401, www_authenticate="Basic")
    assert judged(refusal, "answer", challenges="Bearer") == (
        "Expected the header `WWW-Authenticate` of the answer to `GET /me` to say 'Bearer', but it is the text 'Basic'."
    )
    assert judged(answer, "answer.json", equals={"token_type": "bearer"}) == (
        "Expected the JSON of the answer to `GET /me` to be a dict with 'token_type', "
        "but its `token_type` is the text 'Bearer', and the text 'bearer' was expected."
    )


def test_refusal_is_told_where_success_is_due() -> None:
    """Why decode refused a good token is said, which the program may have kept to itself."""
    answer = answered(401, refused="jwt.exceptions.DecodeError: Not enough segments")
    assert judged(answer, "answer", answers=200) == (
        "Expected `GET /me` to be answered with 200 (OK), but it is answered with 401 (Unauthorized), because decode "
        "refused the token (in line 3: jwt.exceptions.DecodeError: Not enough segments)."
    )
    assert judged(answer, "answer", answers=403) == (
        "Expected `GET /me` to be answered with 403 (Forbidden), but it is answered with 401 (Unauthorized)."
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"detail": "Token of another kind"}, ", saying “Token of another kind”"),
        ({"code": 7, "error": "expected\u202e an access token"}, ", saying “expected\ufffd an access token”"),
        ({"detail": "Unauthorized"}, ""),
        ({"detail": [{"loc": ["query", "token"]}]}, ""),
        (["no"], ""),
        (None, ""),
    ],
    ids=["detail", "other", "phrase", "list", "no_dict", "nothing"],
)
def test_words_of_a_refusal_are_told_where_success_is_due(content: object, words: str) -> None:
    """Where the program itself refuses what is good, it may have said why."""
    told = f"Expected `GET /me` to be answered with 200 (OK), but it is answered with 401 (Unauthorized){words}."
    assert judged(answered(401, content), "answer", answers=200) == told
    assert "saying" not in judged(answered(401, content), "answer", answers=403)


def test_what_is_missing_is_blamed_on_the_step_that_should_give_it() -> None:
    """A check that compares with what an earlier step gave says what is wrong with that."""
    compared = check("answer.json", equals="@key")
    given = evidence(key=gives(b"bytes"), answer=answered(200), reads={"key"}, sends={"answer": lambda _: {}})
    assert verdicts(given, compared)[0][1] == "`key` is needed for it, but is bytes: make it a text."


def test_answers_let_in_by_status_alone() -> None:
    """A check of the status asks for nothing else."""
    given = evidence(answer=answered(200), sends={"answer": lambda _: {}})
    assert verdicts(given, LET_IN) == [("passed", "")]
