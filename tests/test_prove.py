"""The proof of exercises: the real set is proven, and any one thing that is changed for the worse turns it red."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from proving import SEED, alone, exercise, faults, named, outcomes, with_task
from support import SLUGS, exercises, known_solutions, reference

from grader import prove
from grader.evidence import Evidence
from grader.exercise import Exercise
from grader.plan import Step
from grader.solutions import Solution, Solutions
from grader.submission import Submission

EXPIRED = "On a server at UTC+05:37: expected `exp` 30 min after the call, but it is 5 h 7 min before it."
DIVIDED = "utc_expiry.py:1: ZeroDivisionError: division by zero"
AS_TEXT = "Expected the claim `user_id` to be the number <user_id>, but it is the text '<user_id>'."
NO_EXP = "Expected the claim `exp`, but the payload is a dict with 'user_id'."
WAITS = "is skipped. (Not checked: it needs “returns a token that is signed with the secret, using HS256”.)"

EXPIRES = """\
from datetime import datetime
import jwt
def create_token(user_id, secret): return jwt.encode({"user_id": user_id, "exp": %s}, secret)
"""
TWO_MISTAKES = """\
import jwt
def create_token(user_id, secret): return jwt.encode({"user_id": str(user_id)}, secret)
"""


def with_question(slug: str, **changes: Any) -> Exercise:
    """Give an exercise whose question is changed."""
    found = exercise(slug)
    assert found.question
    return found.model_copy(update={"question": found.question.model_copy(update=changes)})


def with_code(slug: str, letters: str, code: str) -> Exercise:
    """Give an exercise of whose options some have other code."""
    question = exercise(slug).question
    assert question
    changed = {letter: question.options[letter].model_copy(update={"code": code}) for letter in letters}
    return with_question(slug, options={**question.options, **changed})


def holding(name: str, program: bytes) -> Solution:
    """Give the solution of this name with another program in it."""
    known = named(name)
    return Solution(name, known.slug, Submission({f"{known.slug}.py": program}, {}), known.label)


def test_the_real_set_is_proven() -> None:
    """Every solution has the verdict that its name says, every check is failed by some solution, nothing lies about."""
    assert known_solutions().strays == ()
    variants = [variant for variant in known_solutions().variants if variant.slug in SLUGS]
    found = outcomes(exercises(), *variants)
    assert [fault for outcome in found for fault in outcome.faults] == []
    assert prove.unproven(exercises(), found) == []
    kinds = [outcome.kind for outcome in found]
    assert (kinds.count("reference"), kinds.count("starter"), kinds.count("key")) == (5, 5, 4)
    assert kinds.count("accepted") + kinds.count("rejected") == len(variants)


@pytest.mark.parametrize(
    "name",
    [
        "purpose/accepts_anyone.py",
        "purpose/secret_in_payload-sha256.py",
        "import_encode/wrong_package-own_jwt",
        "import_encode/string_user_id.py",
        "token_output/prints_extra-debug.py",
        "default_algorithm/fixed_answer.py",
        "utc_expiry/local_time.py",
        "utc_expiry/syntax_error.py",
    ],
)
def test_a_rejected_solution_that_is_right_is_a_fault(name: str) -> None:
    """A wrong program that was corrected is named: nothing fails it any more."""
    corrected = holding(f"rejected/{name}", reference().files[f"{name.partition('/')[0]}.py"])
    assert faults(exercises().select([corrected.slug]), corrected) == [f"rejected/{name}: passes."]


@pytest.mark.parametrize(
    ("program", "told"),
    [
        pytest.param(EXPIRES % "datetime.utcnow().timestamp() + 1800", f"double_shift. ({EXPIRED})", id="another"),
        pytest.param("1 / 0\n", f"nothing known. ({DIVIDED})", id="unknown"),
        pytest.param(TWO_MISTAKES, f"string_user_id, no_exp. ({AS_TEXT})", id="two"),
    ],
)
def test_a_rejected_solution_that_is_wrong_otherwise_is_a_fault(program: str, told: str) -> None:
    """A wrong program must be diagnosed with the misconception that it is named for, and with no other."""
    name = "rejected/utc_expiry/no_exp.py"
    found = faults(exercises().select(["utc_expiry"]), holding(name, program.encode()))
    assert found == [f"{name}: diagnosed as {told}"]


def test_an_accepted_solution_that_is_wrong_is_a_fault() -> None:
    """Another right way must get full marks, and what it fails is told in the words that a student would read."""
    wrong = named("rejected/utc_expiry/no_exp.py").submission.files["utc_expiry.py"]
    name = "accepted/utc_expiry/utcnow.py"
    told = f"{name}: 'expires' is failed. ({NO_EXP})"
    assert faults(exercises().select(["utc_expiry"]), holding(name, wrong)) == [told]


def test_a_reference_that_is_wrong_is_a_fault() -> None:
    """The reference must get full marks for program and answer."""
    known = Solutions(Submission({"utc_expiry.py": b"x = 1\n"}, {"utc_expiry": "Z"}), (), ())
    trial = prove.trials(exercises().select(["utc_expiry"]), known, seed=SEED)[0]
    assert trial().faults == (
        "reference/utc_expiry.py: 'answer' is failed. (answers.yaml: `Z` is none of the letters A, B, C, D.)",
        (
            "reference/utc_expiry.py: 'verifies' is failed. "
            "(There is no function `create_token` at the top level of utc_expiry.py.)"
        ),
        f"reference/utc_expiry.py: 'carries_user' {WAITS}",
        f"reference/utc_expiry.py: 'hides_secret' {WAITS}",
        f"reference/utc_expiry.py: 'expires' {WAITS}",
    )


def test_a_starter_that_solves_the_task_is_a_fault() -> None:
    """What students are given must leave something to do."""
    solved = with_task("utc_expiry", starter=f"# for you\n{reference().files['utc_expiry.py'].decode()}")
    assert faults(alone(solved)) == ["exercises/utc_expiry.yaml: the starter passes as it is."]


@pytest.mark.parametrize(
    ("slug", "declared", "observed"),
    [
        ("import_encode", "A", "C"),
        ("token_output", "B", "A"),
        ("default_algorithm", "D", "B"),
        ("utc_expiry", "C", "A"),
    ],
)
def test_an_answer_that_is_not_what_the_code_does_is_a_fault(slug: str, declared: str, observed: str) -> None:
    """The key is proven by running every option: what it does decides, not what the file declares."""
    told = f"exercises/{slug}.yaml: the answer is said to be {declared}, but when run, {observed} is right."
    found = {outcome.kind: outcome.faults for outcome in outcomes(alone(with_question(slug, answer=declared)))}
    assert found["key"] == (told,)
    assert len(found["reference"]) == 1


@pytest.mark.parametrize(
    ("letters", "code", "observed"),
    [
        pytest.param("BD", "from jwt import encode", "B and C and D", id="several"),
        pytest.param("C", "from jwt import decode", "none", id="none"),
    ],
)
def test_a_question_without_exactly_one_right_answer_is_a_fault(letters: str, code: str, observed: str) -> None:
    """Options that do the same are as right as each other, and where nothing is right there is no answer."""
    told = f"exercises/import_encode.yaml: the answer is said to be C, but when run, {observed} is right."
    assert faults(alone(with_code("import_encode", letters, code))) == [told]


def test_the_solution_of_another_exercise_is_left_out() -> None:
    """Only the exercises that were chosen are tried."""
    found = outcomes(exercises().select(["purpose"]), named("rejected/utc_expiry/local_time.py"))
    assert {outcome.slug for outcome in found} == {"purpose"}


def test_a_fault_of_ours_is_not_told_as_a_pass() -> None:
    """Where grading itself fails, that is what is told of the solution."""

    def run(file: str, source: bytes, steps: Iterable[Step]) -> Evidence:  # noqa: ARG001 - the signature of a run
        raise ZeroDivisionError

    known = Solutions(reference(), (named("rejected/purpose/no_identity.py"),), ())
    trial = prove.trials(exercises().select(["purpose"]), known, seed=SEED, run=run)[-1]
    assert "passes" not in trial().faults[0]
