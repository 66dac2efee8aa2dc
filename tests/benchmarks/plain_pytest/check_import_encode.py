"""The exercise import_encode as a plain pytest file, run in the student's folder."""

import jwt
import pytest
from observing import FIXED_SECRET, HMAC, ROUNDS, Seen, answer, claims, import_encode, observe


@pytest.fixture(scope="module", params=ROUNDS)
def seen() -> Seen:
    """Load the student's file, at a random instant."""
    return observe(import_encode)


def test_answer() -> None:
    """The question is answered rightly."""
    assert answer("import_encode") == "C"


def test_loads(seen: Seen) -> None:
    """The file loads without an error."""
    assert "token" in seen.results


def test_made_by_encode(seen: Seen) -> None:
    """PyJWT's encode is called."""
    assert seen.encodings


def test_is_token(seen: Seen) -> None:
    """The variable holds a token."""
    assert jwt.decode_complete(seen.results["token"], options={"verify_signature": False})


def test_verifies(seen: Seen) -> None:
    """The token is signed with the file's secret."""
    claims(seen.results["token"], FIXED_SECRET, HMAC)


def test_payload(seen: Seen) -> None:
    """The payload is exactly what is asked for."""
    payload = claims(seen.results["token"], FIXED_SECRET, HMAC)
    assert repr(payload) == "{'user_id': 7}"
