"""The exercise utc_expiry as a plain pytest file, run in the student's folder."""

import pytest
from observing import LIFETIME, ROUNDS, TOLERANCE, Seen, answer, claims, observe, utc_expiry


@pytest.fixture(scope="module", params=ROUNDS)
def seen() -> Seen:
    """Call the student's function, at a random instant."""
    return observe(utc_expiry)


def test_answer() -> None:
    """The question is answered rightly."""
    assert answer("utc_expiry") == "A"


def test_verifies(seen: Seen) -> None:
    """The token is signed with the secret, using HS256."""
    claims(seen.results["token"], seen.secret, ["HS256"])


def test_carries_user(seen: Seen) -> None:
    """The payload has the given user_id, as a number."""
    user_id = claims(seen.results["token"], seen.secret, ["HS256"])["user_id"]
    assert (type(user_id), user_id) == (int, seen.user_id)


def test_expires(seen: Seen) -> None:
    """The token expires 30 minutes after the call."""
    exp = claims(seen.results["token"], seen.secret, ["HS256"])["exp"]
    assert type(exp) in {int, float}
    assert abs(exp - (seen.now + LIFETIME)) <= TOLERANCE
