"""Every check is needed: without it, or without the wrong programs that fail it, the proof turns red."""

from __future__ import annotations

import pytest
from proving import alone, exercise, faults, named, outcomes, with_task
from support import exercises

from grader import prove
from grader.exercise import Exercise


def without_check(slug: str, removed: str) -> Exercise:
    """Give an exercise without one of its checks, which nothing needs any more."""
    kept = [check for check in exercise(slug).checks if check.id != removed]
    assert len(kept) == len(exercise(slug).checks) - 1
    freed = [check.model_copy(update={"needs": tuple(n for n in check.needs if n != removed)}) for check in kept]
    return with_task(slug, checks=tuple(freed))


@pytest.mark.parametrize(
    ("slug", "check", "name"),
    [
        ("purpose", "token_type", "response_shape-capital_bearer.py"),
        ("purpose", "identifies", "integer_sub-user_id.py"),
        ("purpose", "hides_password", "secret_in_payload-base64.py"),
        ("purpose", "refuses_wrong_password", "accepts_anyone-password_ignored.py"),
        ("purpose", "refuses_stranger", "accepts_anyone-any_user.py"),
        ("import_encode", "made_by_encode", "hard_coded_token.py"),
        ("import_encode", "payload", "string_user_id-str.py"),
        ("token_output", "verifies", "alg_none-empty_key.py"),
        ("default_algorithm", "omits_algorithm", "names_algorithm-constant.py"),
        ("utc_expiry", "carries_user", "string_user_id-format.py"),
        ("utc_expiry", "hides_secret", "secret_in_payload-locals.py"),
        ("utc_expiry", "expires", "days_for_minutes-constant.py"),
    ],
)
def test_a_check_that_is_missing_is_noticed(slug: str, check: str, name: str) -> None:
    """Without the check a wrong program passes, which is named; with it the same program is no fault."""
    solution = named(f"rejected/{slug}/{name}")
    assert faults(exercises().select([slug]), solution) == []
    assert faults(alone(without_check(slug, check)), solution) == [f"rejected/{slug}/{name}: passes."]


@pytest.mark.parametrize("check", ["verifies", "carries_user", "hides_secret", "expires"])
def test_a_check_that_no_solution_fails_is_noticed(check: str) -> None:
    """Without the wrong programs that fail it, a check is unproven: it might as well not be there."""
    catalog = exercises().select(["utc_expiry"])
    examples = {"verifies": "alg_none", "carries_user": "string_user_id", "hides_secret": "secret_in_payload"}
    examples |= {"expires": "local_time"}
    known = {each: named(f"rejected/utc_expiry/{label}.py") for each, label in examples.items()}
    assert prove.unproven(catalog, outcomes(catalog, *known.values())) == []
    del known[check]
    told = f"exercises/utc_expiry.yaml: no rejected solution fails the check '{check}'."
    assert prove.unproven(catalog, outcomes(catalog, *known.values())) == [told]
