"""Exercises written in a few lines, and applications to try on them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import yaml
from pydantic import TypeAdapter

from grader.evidence import Evidence, Observation, plain
from grader.judge.judging import Round, judge, rounds_of
from grader.plan import plan
from grader.sandbox import supervisor
from grader.steps import AnyStep
from grader.verbs import AnyCheck

APP = "from fastapi import FastAPI\napp = FastAPI()\n"
LOGIN = """
import os, jwt
from fastapi import FastAPI, Header, Form
SECRET_KEY = os.environ.get("SECRET_KEY", "a key that is at least thirty-two bytes long")
app = FastAPI()

@app.post("/token")
def token(username: str = Form()):
    return {"access_token": jwt.encode({"sub": username}, SECRET_KEY), "token_type": "bearer"}

@app.get("/me")
async def me(authorization: str = Header("")):
    return jwt.decode(authorization.removeprefix("Bearer "), SECRET_KEY, algorithms=["HS256"])
"""
_STEPS: TypeAdapter[tuple[AnyStep, ...]] = TypeAdapter(tuple[AnyStep, ...])
_CHECKS: TypeAdapter[tuple[AnyCheck, ...]] = TypeAdapter(tuple[AnyCheck, ...])


def steps_of(text: str) -> tuple[AnyStep, ...]:
    """Read steps as they stand in an exercise."""
    return _STEPS.validate_python(yaml.safe_load(text), strict=False)


def observe(program: str, steps: str, *, environment: Mapping[str, str] | None = None, seed: int = 1) -> Evidence:
    """Take a program through steps, in the sandbox."""
    chance = random.Random(seed)  # noqa: S311 - steps that can be repeated
    planned = plan(steps_of(steps), as_script=False, chance=chance, environment=environment or {})
    return supervisor.run("answer.py", program.encode(), planned)


def first_round(evidence: Evidence) -> Round:
    """Give what came of each step in the first round."""
    return rounds_of(evidence)[0]


def given(observation: Observation) -> Any:
    """Give what a step gave, as plain data."""
    assert observation.end == "returned", observation
    assert observation.reply
    assert observation.reply.value
    return plain(observation.reply.value)


def verdicts(evidence: Evidence, checks: str) -> dict[str, str]:
    """Judge, and give each check's message, empty if it holds."""
    entries = [{"title": "…", **entry} for entry in yaml.safe_load(checks)]
    results = judge(_CHECKS.validate_python(entries, strict=False), evidence)
    assert all((result.status == "passed") == (not result.message) for result in results)
    return {result.id: result.message for result in results}
