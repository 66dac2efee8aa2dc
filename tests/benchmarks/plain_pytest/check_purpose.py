"""The exercise purpose as a plain pytest file, run in the student's folder."""

import pytest
from observing import HMAC, ROUNDS, Seen, answer, claims, gives_away, observe, purpose, says


@pytest.fixture(scope="module", params=ROUNDS)
def seen() -> Seen:
    """Log in, at random instants."""
    return observe(purpose)


def test_answer() -> None:
    """The question is answered rightly."""
    assert answer("purpose") == "D"


def test_response(seen: Seen) -> None:
    """A good login is answered with a dict."""
    assert type(seen.results["login"]) is dict


def test_token_type(seen: Seen) -> None:
    """The token's type is said to be bearer."""
    assert seen.results["login"]["token_type"] == "bearer"  # noqa: S105 - no password


def test_verifies(seen: Seen) -> None:
    """The access token is signed with the secret."""
    claims(seen.results["login"]["access_token"], seen.secret, HMAC)


def test_identifies(seen: Seen) -> None:
    """The payload says who the user is."""
    assert says(claims(seen.results["login"]["access_token"], seen.secret, HMAC), "alice")


def test_hides_password(seen: Seen) -> None:
    """Neither the password nor the secret is in the payload, in no disguise."""
    payload = claims(seen.results["login"]["access_token"], seen.secret, HMAC)
    assert not gives_away(payload, "wonderland", seen.secret)


@pytest.mark.parametrize("attempt", ["wrong_password", "stranger"])
def test_refuses(seen: Seen, attempt: str) -> None:
    """Anyone else is refused."""
    assert seen.results[attempt] is None
