"""Frozen models of one exercise file: a question to answer, a task to do, or both."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import Field

from grader.labels import Label
from grader.steps import AnyStep, Environment, Request
from grader.verbs import AnyCheck
from grader.vocabulary import Code, Letter, Model, Points, Slug, Text


class Option(Model):
    """One answer to choose: words, code or both, and why it is right or not."""

    text: Text | None = None
    code: Code | None = None
    because: Text
    checks: tuple[AnyCheck, ...] = ()


class Key(Model):
    """How the answer is proven: an option is right when, after its code was run, every check holds.

    What is run is `before`, the option's code (else the question's), then `after`.
    """

    before: str = ""
    after: str = ""
    environment: Environment = Field({})
    steps: tuple[AnyStep, ...] = ()
    checks: tuple[AnyCheck, ...] = ()


class Question(Model):
    """Predict first: one letter is right, and where code can show it, the key proves it."""

    ask: Text
    code: Code | None = None
    options: dict[Letter, Option] = Field(min_length=2)
    answer: Letter
    points: Points = 1
    key: Key | None = None

    def program(self, letter: Letter) -> str:
        """Give the program that shows what an option does; empty where there is no code to run."""
        code = self.options[letter].code or self.code
        return "\n".join((self.key.before, code or "", self.key.after)) if self.key else ""


class Task(Model):
    """Then do: a file that the student writes, what is done with it, and what must hold.

    `runs: module` loads the file as an import would, `script` as `python file.py` would. `environment` holds the
    variables that it finds in `os.environ`.
    """

    brief: Text
    starter: Code
    runs: Literal["module", "script"] = "module"
    environment: Environment = Field({})
    steps: tuple[AnyStep, ...] = ()
    checks: tuple[AnyCheck, ...] = Field(min_length=1)
    misconceptions: tuple[Label, ...] = ()

    @property
    def serves(self) -> bool:
        """Tell whether the student's file makes an application that is sent requests."""
        return any(isinstance(step, Request) for step in self.steps)


class Exercise(Model):
    """One file under exercises/: a question, a task or both."""

    slug: Slug
    title: Text
    position: Annotated[int, Field(ge=1)]
    question: Question | None = None
    task: Task | None = None
    hints: tuple[Text, ...] = Field(min_length=1)
    explanation: Text
    quick_check: Text
    common_mistakes: tuple[Text, ...] = Field(min_length=1)

    @property
    def file(self) -> str:
        """The name of the file that the student hands in."""
        return f"{self.slug}.py"

    @property
    def max_points(self) -> float:
        """What full marks are worth."""
        return (self.question.points if self.question else 0) + sum(check.points for check in self.checks)

    @property
    def public_points(self) -> float:
        """What is worth the marks that a student sees."""
        return self.max_points - sum(check.points for check in self.checks if check.visibility != "visible")

    @property
    def checks(self) -> tuple[AnyCheck, ...]:
        """The checks of the task."""
        return self.task.checks if self.task else ()


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema of exercise files, in the draft (07) that editors' YAML servers understand."""
    schema = json.dumps(Exercise.model_json_schema())
    # An argument may be any value, so that one of the grader's own making fits two schemas.
    loosened = json.loads(schema.replace('"oneOf"', '"anyOf"'))
    return {"$schema": "http://json-schema.org/draft-07/schema#", **loosened}
