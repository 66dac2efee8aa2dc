"""The exercise token_output as a plain pytest file, run in the student's folder."""

import jwt
import pytest
from observing import ROUNDS, Seen, answer, observe, script_claims, token_output


@pytest.fixture(scope="module", params=ROUNDS)
def seen() -> Seen:
    """Run the student's script, at a random instant."""
    return observe(token_output)


def test_answer() -> None:
    """The question is answered rightly."""
    assert answer("token_output") == "A"


def test_runs(seen: Seen) -> None:
    """The script runs without an error, and prints something."""
    assert seen.printed


def test_prints_token(seen: Seen) -> None:
    """The script prints a token and nothing else."""
    assert jwt.decode_complete(seen.printed, options={"verify_signature": False})


def test_made_by_encode(seen: Seen) -> None:
    """PyJWT's encode is called."""
    assert seen.encodings


def test_verifies(seen: Seen) -> None:
    """The token is signed with the secret, using HS256."""
    script_claims(seen.printed)


def test_payload(seen: Seen) -> None:
    """The payload is exactly what is asked for."""
    assert repr(script_claims(seen.printed)) == "{'user_id': 123}"
