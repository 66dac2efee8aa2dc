"""The questions of exercises, as learning platforms ask them: HTML, with what is told of each option."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from grader.exercise import Exercise, Question
from grader.exports import html


@dataclass(frozen=True)
class Choice:
    """An option to choose, and what is told to whoever chose it."""

    letter: str
    shown: str
    feedback: str
    is_right: bool


@dataclass(frozen=True)
class Asked:
    """A question with its choices, and what is told once it has been answered."""

    slug: str
    title: str
    shown: str
    choices: tuple[Choice, ...]
    points: float
    explanation: str

    @property
    def right(self) -> Choice:
        """The choice that is right."""
        return next(choice for choice in self.choices if choice.is_right)


def questions(exercises: Iterable[Exercise]) -> tuple[Asked, ...]:
    """Give the questions of those exercises that have one."""
    return tuple(_asked(exercise, exercise.question) for exercise in exercises if exercise.question)


def _asked(exercise: Exercise, question: Question) -> Asked:
    return Asked(
        slug=exercise.slug,
        title=html.plain(exercise.title),
        shown=_shown(question.ask, question.code),
        choices=tuple(
            Choice(letter, _shown(option.text, option.code), html.prose(option.because), letter == question.answer)
            for letter, option in question.options.items()
        ),
        points=question.points,
        explanation=html.prose(exercise.explanation),
    )


def _shown(text: str | None, code: str | None) -> str:
    return (html.prose(text) if text else "") + (html.code(code) if code else "")
