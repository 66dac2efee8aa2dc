"""The exercise default_algorithm as a plain pytest file, run in the student's folder."""

import pytest
from observing import HMAC, ROUNDS, Seen, answer, claims, default_algorithm, observe


@pytest.fixture(scope="module", params=ROUNDS)
def seen() -> Seen:
    """Call the student's functions, at random instants."""
    return observe(default_algorithm)


def test_answer() -> None:
    """The question is answered rightly."""
    assert answer("default_algorithm") == "B"


def test_verifies(seen: Seen) -> None:
    """The token is signed with the secret, using HS256."""
    claims(seen.results["token"], seen.secret, ["HS256"])


def test_carries_user(seen: Seen) -> None:
    """The payload has the given user_id, as a number."""
    user_id = claims(seen.results["token"], seen.secret, ["HS256"])["user_id"]
    assert (type(user_id), user_id) == (int, seen.user_id)


def test_omits_algorithm(seen: Seen) -> None:
    """PyJWT's encode is called, and without an algorithm."""
    assert seen.encodings
    assert not any(seen.encodings)


@pytest.mark.parametrize("algorithm", HMAC)
def test_reads(seen: Seen, algorithm: str) -> None:
    """A token's algorithm is read from its header."""
    assert seen.results[algorithm] == algorithm
