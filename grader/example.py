"""The frozen model of one misconception's example: the mistake in a few lines, the same done right, and how to see it.

Both programs are taken through the same steps, as a student's file would be, and what must hold is judged.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from grader.steps import AnyStep, Environment
from grader.verbs import AnyCheck
from grader.vocabulary import Code, Model, Text

Group: TypeAlias = Literal["python", "result", "signature", "login", "payload", "time", "app"]
GROUPS: dict[Group, str] = {
    "python": "Python stops",
    "result": "What comes out is not what is asked for",
    "signature": "How the token is signed",
    "login": "Who is let in",
    "payload": "What the token says",
    "time": "When the token expires",
    "app": "How the app answers",
}
"""Kinds of misconceptions, in the order in which they are listed, and their headings."""


class Example(Model):
    """One file under examples/, named after its label; `rule` says in our words what the standard or library says."""

    title: Text
    group: Group
    rule: Text
    wrong: Code
    right: Code
    runs: Literal["module", "script"] = "module"
    environment: Environment = Field({})
    steps: tuple[AnyStep, ...] = ()
    checks: tuple[AnyCheck, ...] = Field(min_length=1)
