"""The quiz for a person at a terminal: a question, what is said to a choice, and where one stands at the end."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from grader.outcome import Outcome
from grader.quizzing import Put, Standing
from grader.reporters import outcomes
from grader.reporters.page import Code, options, page, prose
from grader.reporters.terminal import coded
from grader.submission import ANSWERS

INDENT = (0, 2)


def question(put: Put, number: int, count: int) -> RenderableType:
    """Arrange a question with its options."""
    asked = put.question
    head = Text.assemble((f"Question {number} of {count}: {put.slug}", "dim"), overflow="fold")
    code: list[RenderableType] = [Text(), Code(asked.code)] if asked.code else []
    title = Text(put.title, "bold")
    return page(Text(), head, title, Text(), *prose(asked.ask), *code, Text(), *options(put.options), Text())


def said(put: Put, letter: str) -> RenderableType:
    """Arrange what is said to a choice: whether it is right, and the option's own reason."""
    reason = coded(put.options[letter].because)
    right = letter == put.right
    verdict = (("✓ ", "green"), f"{letter} is right. ") if right else (("✗ ", "red"), f"{letter} is not it. ")
    own = put.own[letter]
    aside = "" if letter == own else f" ({letter} stands for {own} here)"
    written = Text(f"Written into {ANSWERS}: {put.slug}: {own}{aside}", "dim")
    return Padding(Group(Text(), Text.assemble(*verdict, reason), written), INDENT)


def unclear(kindly: str) -> RenderableType:
    """Arrange what is said to what was not understood."""
    return Padding(coded(kindly), INDENT)


def seen(put: Put) -> RenderableType:
    """Arrange the right answer, for who wants to see it."""
    reason = coded(put.options[put.right].because)
    stays = coded(f"Your own answer stays in `{ANSWERS}`.", "dim")
    return Padding(Group(Text(), Text.assemble(("→ ", "green"), f"The answer is {put.right}. ", reason), stays), INDENT)


def did(shown: Sequence[Outcome], *, of_question: bool) -> RenderableType:
    """Arrange what the code of an option, or of the question, really did."""
    whose = "the question's code" if of_question else "this code"
    where = f", {outcomes.WHERE}" if any(outcome.timed for outcome in shown) else ""
    head = Text(f"What {whose} really did, just now in the sandbox{where}:", "dim")
    return Padding(Group(Text(), head, outcomes.layout(shown)), INDENT)


def summary(standing: Standing, command: str, *, asked: bool) -> RenderableType:
    """Arrange where one stands: how many are answered and right, what to look at again, and how to go on."""
    count = standing.count
    questions = "1 question" if count == 1 else f"{count} questions"
    answered, right = count - len(standing.left), len(standing.right)
    lines = [Text(f"{answered} of {questions} answered, {right} of them right.", "bold")]
    if not asked:
        lines.insert(0, coded("Nothing is left to ask; with `--again` you are asked again."))
    lines += [Text(f"Not answered yet: {', '.join(standing.left)}.")] if standing.left else []
    lines += [Text(f"Worth another look: {', '.join(standing.wrong)}.")] if standing.wrong else []
    lines += [Text.assemble(("→ ", "green"), "Go on with ", coded(f"`{command}`."))]
    return Padding(Group(Text(), *lines, Text()), INDENT)
