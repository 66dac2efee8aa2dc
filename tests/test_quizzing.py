"""Which questions are asked, in what order options stand, and what is meant by what was typed."""

from __future__ import annotations

import pytest
from support import all_exercises

from grader.quizzing import Put, Standing, Typed, letter_of, questions, shows, standing, try_out, understand, waiting

LETTERS = "ABCD"
CHOICE = "Please type one of the letters A, B, C or D, or `q` to leave."


def put(slug: str, *, shuffle: bool = False, seed: int = 1) -> Put:
    """Put one of the real questions."""
    return questions(all_exercises().select([slug]).exercises, shuffle=shuffle, seed=seed)[0]


TYPED = {
    "A": Typed("choose", "A"),
    " b)\n": Typed("choose", "B"),
    "d.": Typed("choose", "D"),
    "q": Typed("leave"),
    "QUIT\r\n": Typed("leave"),
    "exit": Typed("leave"),
    "": Typed("unclear", kindly=CHOICE),
    "E": Typed("unclear", kindly=CHOICE),
    "AB": Typed("unclear", kindly=CHOICE),
    "s": Typed("unclear", kindly=CHOICE),
    "Ä\ufffd": Typed("unclear", kindly=CHOICE),
    None: Typed("leave"),
}


@pytest.mark.parametrize(("text", "meant"), TYPED.items())
def test_what_was_typed_is_understood(text: str | None, meant: Typed) -> None:
    """A letter in any spelling, a wish to leave, the end of input; anything else is answered kindly."""
    assert understand(text, LETTERS, may_see=False) == meant


def test_the_answer_may_be_seen_after_a_try() -> None:
    """Predicting comes first."""
    assert understand("s", LETTERS, may_see=True) == Typed("see")
    kindly = "Please type one of the letters A, B, C or D, `s` to see the answer, or `q` to leave."
    assert understand("x", LETTERS, may_see=True) == Typed("unclear", kindly=kindly)


def test_options_keep_their_order() -> None:
    """Without --shuffle letters are the exercise's own."""
    asked = put("utc_expiry")
    assert (asked.right, dict(asked.own)) == ("A", {letter: letter for letter in LETTERS})


@pytest.mark.parametrize("exercise", [e for e in all_exercises().exercises if e.question], ids=lambda e: e.slug)
def test_shuffled_options_are_the_same_options(exercise: object) -> None:
    """Each option is still there, the same seed gives the same order, and another seed another."""
    slug = exercise.slug  # type: ignore[attr-defined]
    orders = [put(slug, shuffle=True, seed=seed) for seed in range(20)]
    for asked in orders:
        assert sorted(asked.own.values()) == list(asked.own)
        assert asked.own[asked.right] == asked.question.answer
        assert asked.options[asked.right] is asked.question.options[asked.question.answer]
    assert orders == [put(slug, shuffle=True, seed=seed) for seed in range(20)]
    assert len({tuple(asked.own.values()) for asked in orders}) > 5


def test_what_is_answered_is_not_asked() -> None:
    """An answer counts as it does in `grader check`; what is none of the letters is asked again."""
    both = (put("purpose"), put("utc_expiry"))
    assert waiting(both, {}) == both
    assert waiting(both, {"purpose": "d."}) == both[1:]
    assert waiting(both, {"purpose": "Z", "utc_expiry": "B"}) == both[:1]


@pytest.mark.parametrize(("answer", "letter"), [("a", "A"), (" D) ", "D"), (7, None), (None, None), ("AB", None)])
def test_a_letter_is_read_as_grading_reads_it(answer: object, letter: str | None) -> None:
    """Spelling is of no account."""
    assert letter_of(put("purpose").question, answer) == letter


def test_where_one_stands() -> None:
    """What is not answered comes first, then what is wrong; then it is time to check."""
    both = (put("purpose"), put("utc_expiry"))
    left = standing(both, {"purpose": "A"})
    assert left == Standing(2, right=(), wrong=("purpose",), left=("utc_expiry",))
    assert left.go_on(["mine"], []) == ["quiz", "mine"]
    wrong = standing(both, {"purpose": "A", "utc_expiry": "A"})
    assert wrong.go_on([], ["--exercises", "own"]) == ["quiz", "--again", "--exercise", "purpose", "--exercises", "own"]
    assert standing(both, {"purpose": "D", "utc_expiry": "A"}).go_on([], []) == ["check"]


def test_code_is_run_where_that_gives_nothing_away() -> None:
    """An option's own code is run at once, the question's only once the answer is known."""
    assert [shows(put("utc_expiry"), letter) for letter in LETTERS] == [True] * 4
    assert [shows(put("token_output"), letter) for letter in LETTERS] == [True, False, False, False]
    assert [shows(put("purpose"), letter) for letter in LETTERS] == [False] * 4


def test_what_code_does_is_seen_where_local_time_is_not_utc() -> None:
    """Local time taken for UTC shows as what it is: hours too many."""
    (_, local) = try_out(put("utc_expiry"), "D", seed=1)
    (_, utc) = try_out(put("utc_expiry"), "A", seed=1)
    assert local.token
    assert utc.token
    assert local.token.payload[1].moment.endswith("in 6 h 7 min")
    assert utc.token.payload[1].moment.endswith("in 30 min")
    assert try_out(put("purpose"), "A", seed=1) == ()
