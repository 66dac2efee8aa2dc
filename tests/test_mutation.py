"""Mutants: the same ones every time, all different; those that pass are found, those that cannot matter left out."""

from __future__ import annotations

import ast

import pytest
from proving import SEED, alone, with_task
from support import exercises, known_solutions, reference

from grader.catalog import Catalog
from grader.mutation import hunt
from grader.mutation.cache import NoCache
from grader.mutation.hunt import Tally
from grader.mutation.mutant import meaning, mutants
from grader.mutation.sight import Asked
from grader.solutions import Solutions

PROGRAM = """\
import time
import jwt

# when the token expires
LIFETIME = 30 * 60


def create_token(user_id, secret):
    return jwt.encode({"user_id": user_id, "exp": time.time() + LIFETIME}, secret)
"""
GUARDED = PROGRAM + "    raise ValueError\n\n\ndef unused():\n    later = 7 * 24\n    return later + LIFETIME\n"


def hunted(catalog: Catalog, source: str) -> Tally:
    """Hunt the mutants of a program that is the reference of the only exercise."""
    known = Solutions(reference(utc_expiry=source), (), ())
    (quarries,) = hunt.find(catalog, known).values()
    return hunt.hunt(quarries, (), NoCache(), seed=SEED)


def test_mutants_are_the_same_every_time_and_all_different() -> None:
    """Nothing is drawn, no mutant means the same as another or as the program, and each one compiles."""
    asked = Asked("user_id exp")
    first, second = (list(mutants(PROGRAM, asked, set())) for _ in range(2))
    assert first == second
    meanings = [meaning(mutant.source) for mutant in first]
    assert None not in meanings
    assert len({*meanings, meaning(PROGRAM)}) == len(first) + 1 > 20


def test_a_mutant_says_what_was_changed_and_where() -> None:
    """The line is that of the file; the text is the line as Python spells it, so that spaces and comments are free."""
    found = next(mutant for mutant in mutants(PROGRAM, Asked("exp"), set()) if mutant.operator == "swap_operator")
    assert (found.line, found.before, found.after) == (5, "LIFETIME = 30 * 60", "LIFETIME = 30 // 60")
    assert found.change == "30 * 60 -> 30 // 60"


def test_a_mutant_that_is_a_known_program_is_left_out() -> None:
    """What an author has accepted is right, however it came about."""
    seen = {meaning(PROGRAM.replace("time.time() + LIFETIME", "time.time() - LIFETIME"))}
    assert None not in seen
    known = {each for each in seen if each}
    changes = [mutant.change for mutant in mutants(PROGRAM, Asked("exp"), known)]
    assert "time.time() + LIFETIME -> time.time() - LIFETIME" not in changes
    assert len(changes) == len(list(mutants(PROGRAM, Asked("exp"), set()))) - 1


def test_the_meaning_of_a_program_is_not_how_it_is_spelt() -> None:
    """Spaces, comments and a `return None` at the end make no other program; no program has no meaning."""
    assert meaning("def f():\n    x()  # so\n    return None") == meaning("def f():\n  x()")
    assert meaning("x = 1") != meaning("x = 2")
    assert meaning("x = = 1") is None


def test_mutants_of_a_right_program_are_killed() -> None:
    """Where the checks are what they should be, each mistake is noticed."""
    tally = hunted(exercises().select(["utc_expiry"]), PROGRAM)
    assert (tally.survivors, tally.equivalent) == ((), 0)
    assert tally.killed == tally.mutants >= 20


def test_a_check_that_is_missing_shows_in_its_survivors() -> None:
    """Without the check of the expiry every mistake with it passes, and is told by file, line and change."""
    task = exercises().select(["utc_expiry"]).exercises[0].task
    assert task
    weak = with_task("utc_expiry", checks=tuple(check for check in task.checks if check.id != "expires"))
    told = [str(quarry) for quarry in hunted(alone(weak), PROGRAM).survivors]
    assert "reference/utc_expiry.py:5: survived: swap_operator: LIFETIME = 30 * 60 -> LIFETIME = 30 // 60" in told
    assert any("rename_entry" in each for each in told)


def test_what_is_never_reached_is_told_once() -> None:
    """Of a statement that no step gets to, that is told, and no mistake in it or after it in its block."""
    told = [
        (each.mutant.line, each.mutant.operator)
        for each in hunted(exercises().select(["utc_expiry"]), GUARDED).survivors
    ]
    assert told == [(10, "unreached"), (14, "unreached")]


def test_every_right_program_of_an_exercise_is_mutated() -> None:
    """The reference and all accepted files give mutants; none means the same as a right program or another mutant."""
    found = hunt.find(exercises().select(["import_encode"]), known_solutions())["import_encode"]
    right = {each.name for each in known_solutions().variants if each.slug == "import_encode" and each.label is None}
    assert {quarry.file for quarry in found} == {"reference/import_encode.py", *right}
    meanings = [meaning(quarry.mutant.source) for quarry in found]
    assert len(set(meanings)) == len(meanings)
    sources = [
        meaning(each.submission.files["import_encode.py"].decode())
        for each in known_solutions().variants
        if each.name in right
    ]
    assert not set(meanings) & set(sources)


@pytest.mark.parametrize("slug", [exercise.slug for exercise in exercises().exercises])
def test_a_mutant_differs_in_one_place(slug: str) -> None:
    """Every mutant is a program, and a line or two of it are not as they were."""
    for quarry in hunt.find(exercises().select([slug]), Solutions(reference(), (), ()))[slug]:
        ast.parse(quarry.mutant.source)
        assert quarry.mutant.before
        assert quarry.mutant.before != quarry.mutant.after
