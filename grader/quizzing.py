"""The questions one by one: which are asked, in what order their options stand, what was typed, what code really does.

Nothing here asks or prints: that is for the command line.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from grader.exercise import Exercise, Option, Question
from grader.grading import Run
from grader.outcome import AWAY, Outcome, outcomes
from grader.plan import plan
from grader.sandbox import supervisor

LEAVE = ("q", "quit", "exit")
SEE = ("s", "see")


@dataclass(frozen=True)
class Put:
    """A question as it is put: `own` gives for each letter that is shown the exercise's own letter."""

    slug: str
    title: str
    question: Question
    own: Mapping[str, str]

    @property
    def options(self) -> dict[str, Option]:
        """The options by the letters that are shown."""
        return {letter: self.question.options[own] for letter, own in self.own.items()}

    @property
    def right(self) -> str:
        """The letter, as shown, of the option that is right."""
        return next(letter for letter, own in self.own.items() if own == self.question.answer)


@dataclass(frozen=True)
class Typed:
    """What was typed: a letter, a wish, or what is not understood; then `kindly` says what can be typed."""

    wish: Literal["choose", "see", "leave", "unclear"]
    letter: str = ""
    kindly: str = ""


@dataclass(frozen=True)
class Standing:
    """How many questions there are, and the exercises whose answer is right, is wrong, is not there yet."""

    count: int
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    left: tuple[str, ...]

    def go_on(self, folder: Sequence[str], options: Sequence[str]) -> list[str]:
        """Give the one command to go on with, in this folder and with these options."""
        if self.left:
            return ["quiz", *folder, *options]
        again = ["--again", "--exercise", self.wrong[0]] if self.wrong else []
        return ["quiz" if again else "check", *folder, *again, *options]


Given: TypeAlias = Mapping[str, object]
"""The answers in a folder, by slug."""


def questions(exercises: Iterable[Exercise], *, shuffle: bool, seed: int) -> tuple[Put, ...]:
    """Give the questions as they are to be put."""
    asked = [(exercise.slug, exercise.title, exercise.question) for exercise in exercises]
    return tuple(
        Put(slug, title, question, _order(slug, question, shuffle=shuffle, seed=seed))
        for slug, title, question in asked
        if question
    )


def waiting(put: Iterable[Put], answers: Given) -> tuple[Put, ...]:
    """Keep the questions that have no answer yet: one that is none of the letters is no answer."""
    return tuple(each for each in put if letter_of(each.question, answers.get(each.slug)) is None)


def standing(put: Sequence[Put], answers: Given) -> Standing:
    """Tell where a student stands with these questions."""
    left = tuple(each.slug for each in waiting(put, answers))
    right = tuple(e.slug for e in put if letter_of(e.question, answers.get(e.slug)) == e.question.answer)
    wrong = tuple(each.slug for each in put if each.slug not in (*left, *right))
    return Standing(len(put), right, wrong, left)


def letter_of(question: Question, answer: object) -> str | None:
    """Give the letter that an answer stands for, None if it is none of the question's."""
    letter = str(answer).strip().upper().rstrip(".)")
    return letter if letter in question.options else None


def understand(text: str | None, letters: Iterable[str], *, may_see: bool) -> Typed:
    """Say what is meant by what was typed; None is the end of what can be typed."""
    if text is None or leaves(text):
        return Typed("leave")
    word, known = _word(text), [*letters]
    if may_see and word in SEE:
        return Typed("see")
    if word.upper() in known:
        return Typed("choose", word.upper())
    choice = f"{', '.join(known[:-1])} or {known[-1]}"
    see = ", `s` to see the answer" if may_see else ""
    return Typed("unclear", kindly=f"Please type one of the letters {choice}{see}, or `q` to leave.")


def leaves(text: str | None) -> bool:
    """Tell whether the student wants to leave; None is the end of what can be typed."""
    return text is None or _word(text) in LEAVE


def _word(text: str) -> str:
    return text.strip().lower().rstrip(".)")


def shows(put: Put, letter: str) -> bool:
    """Tell whether what the code does may be seen after this choice: that of the question tells the answer."""
    return bool(put.question.program(put.own[letter])) and (letter == put.right or bool(put.options[letter].code))


def try_out(put: Put, letter: str, *, seed: int, run: Run = supervisor.run) -> tuple[Outcome, ...]:
    """Run the option's code, or the question's, and tell what it really did."""
    key = put.question.key
    if key is None:
        return ()
    chance = random.Random(f"{seed}:{put.slug}:run")  # noqa: S311 - not for cryptography
    steps = plan(key.steps, as_script=True, chance=chance, environment=key.environment)
    watched = [step for step in steps if step.zone == AWAY]
    evidence = run(f"{put.slug}.py", put.question.program(put.own[letter]).encode(), watched)
    return outcomes(evidence, [step.id for step in key.steps])


def _order(slug: str, question: Question, *, shuffle: bool, seed: int) -> dict[str, str]:
    own = list(question.options)
    if shuffle:
        random.Random(f"{seed}:{slug}:order").shuffle(own)  # noqa: S311 - as above
    return dict(zip(question.options, own, strict=True))
