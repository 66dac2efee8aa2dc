"""Values in exercise files that stand for others: moments such as `now + 30 min`, and names such as `$secret`."""

from __future__ import annotations

import re

import jwt
import pytest

from grader.steps import Algorithm, Forged, Forgery, Resigning, Tampering
from grader.tokens import read, verifies
from grader.values import UnknownReferenceError, made, moment, resolve


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("now", 1000.5),
        ("now + 30 min", 2800.5),
        ("now - 30 s", 970.5),
        ("now + 2 h", 8200.5),
        ("now + 1 d", 87400.5),
        ("now + 0 s", 1000.5),
        ("now+30 min", None),
        ("now + 30min", None),
        ("now + 1 week", None),
        ("now + 1.5 h", None),
        ("now + -1 h", None),
        ("nowhere", None),
        ("30 min", None),
        (1000.5, None),
        (None, None),
    ],
)
def test_moment_is_so_far_from_now(text: object, seconds: float | None) -> None:
    """A moment is now, or a whole number of units before or after it; anything else is none."""
    assert moment(text, 1000.5) == seconds


@pytest.mark.parametrize(
    ("value", "resolved"),
    [
        ("$user_id", 7),
        ("$secret", "s3"),
        ("the $user_id", "the $user_id"),
        ({"$user_id": ["$user_id", {"a": "$secret"}]}, {"$user_id": [7, {"a": "s3"}]}),
        (("$user_id", 1.5, None, True), [7, 1.5, None, True]),
    ],
    ids=["number", "text", "within a text", "inside", "plain"],
)
def test_names_are_resolved_at_any_depth(value: object, resolved: object) -> None:
    """A name stands for its value wherever it is a whole value, and nothing else changes."""
    assert resolve(value, {"$user_id": 7, "$secret": "s3"}) == resolved


GIVEN = {
    "$secret": "0123456789abcdef0123456789abcdef",
    "@key": "a key that is at least thirty-two bytes long",
    "@login": {"status": 200, "json": {"token": jwt.encode({"sub": "alice", "n": 1}, "x" * 32, headers={"kid": "7"})}},
    "@odd": {"value": object()},
}


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("@login.status", 200),
        ("@login.json.token.payload.sub", "alice"),
        ("@login.json.token.header.kid", "7"),
        ({"a": ["@login.status"]}, {"a": [200]}),
        ("alice@login.status", "alice@login.status"),
    ],
)
def test_a_reference_leads_into_what_a_step_gave(reference: object, found: object) -> None:
    """A path goes into dicts, and into the two readable parts of a token."""
    assert resolve(reference, GIVEN) == found


@pytest.mark.parametrize("reference", ["@me", "@login.text", "@login.status.x", "@login.json.token.signature", "@odd"])
def test_a_reference_to_nothing_is_told_by_its_text(reference: str) -> None:
    """A step that was not done, a path that leads nowhere, and a value that is not plain."""
    with pytest.raises(UnknownReferenceError, match=f"^{re.escape(reference)}$"):
        resolve(reference, GIVEN)


def test_a_forged_token_has_moments_and_is_signed_with_what_is_known() -> None:
    """Claims and key are filled in, and moments become whole seconds."""
    asked = Forged(claims={"sub": "@login.status", "exp": "now + 5 min"}, secret="@key", algorithm="HS256")  # noqa: S106 - made up
    forged = made(Forgery(token=asked), GIVEN, 1000.5)
    token = read(forged)
    assert token
    assert token.payload == {"sub": 200, "exp": 1300}
    assert verifies(token, [str(GIVEN["@key"])], ["HS256"])


@pytest.mark.parametrize("headers", [{}, {"kid": "1", "a": True}])
def test_a_forged_token_looks_like_one_of_pyjwts(headers: dict[str, object]) -> None:
    """Not a byte tells them apart: else a program could refuse what is forged without a look at its signature."""
    key, claims = "k" * 32, {"sub": "é", "exp": 1300, "aud": ["a", "b"], "n": 1.5}
    genuine = jwt.encode(claims, key, headers=headers)
    asked = Forged(claims=claims, secret=key, algorithm="HS256", headers=headers)
    assert made(Forgery(token=asked), {}, 0) == genuine
    assert made(Resigning(signed_anew="@own", secret=key, algorithm="HS256"), {"@own": genuine}, 0) == genuine
    assert made(Tampering(tampered="@own", claims={"exp": 1300}), {"@own": genuine}, 0) == genuine


def test_a_tampered_token_keeps_header_and_signature() -> None:
    """Only the claims that are named change."""
    genuine = str(resolve("@login.json.token", GIVEN))
    tampered = made(Tampering(tampered="@login.json.token", claims={"sub": "bob"}), GIVEN, 0)
    assert tampered.split(".")[::2] == genuine.split(".")[::2]
    assert jwt.decode(tampered, options={"verify_signature": False}) == {"sub": "bob", "n": 1}


@pytest.mark.parametrize(("algorithm", "verified"), [("HS384", True), ("none", False)])
def test_a_token_that_is_signed_anew_keeps_its_claims_and_its_header(algorithm: Algorithm, verified: bool) -> None:
    """Only how it is signed changes, and that the header says so."""
    anew = made(Resigning(signed_anew="@login.json.token", secret="$secret", algorithm=algorithm), GIVEN, 0)  # noqa: S106 - made up
    token = read(anew)
    assert token
    assert token.payload == {"sub": "alice", "n": 1}
    assert token.header == {"alg": algorithm, "typ": "JWT", "kid": "7"}
    assert verifies(token, [str(GIVEN["$secret"])], ["HS384"]) == verified
    assert bool(token.signature) == verified


@pytest.mark.parametrize(
    "value",
    [
        Tampering(tampered="@login.status", claims={}),
        Resigning(signed_anew="@login.status", algorithm="none"),
        Resigning(signed_anew="@login.json.token", secret="@key", algorithm="ES256"),  # noqa: S106 - made up
        Forgery(token=Forged(claims={}, secret="@key", algorithm="RS256")),  # noqa: S106 - made up
        Forgery(token=Forged(claims={}, secret="@me", algorithm="HS256")),  # noqa: S106 - made up
    ],
)
def test_what_cannot_be_forged_is_told_by_the_reference(value: Forgery | Tampering | Resigning) -> None:
    """What is no token cannot be tampered with, and what is no key cannot sign."""
    with pytest.raises(UnknownReferenceError, match=r"^@"):
        made(value, GIVEN, 0)
