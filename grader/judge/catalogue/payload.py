"""What the token says: what is said of each such mistake, and its sign."""

from __future__ import annotations

from collections.abc import Mapping

from grader.judge.catalogue.entry import PYTHON, RFC7519, Misconception
from grader.judge.signs import claims, data, refreshing
from grader.labels import Label

MISCONCEPTIONS: Mapping[Label, Misconception] = {
    "missing_claim": Misconception(
        claims.missing_claim,
        "The payload lacks {claims}.",
        "Put every claim that is asked for into the dict that you give to encode, under its exact name.",
        RFC7519 + "#section-4.1",
    ),
    "fixed_jti": Misconception(
        refreshing.fixed_jti,
        "{what}, so that the one cannot be told from the other.",
        "Put a `jti` into each token that is drawn at random when the token is made: `str(uuid.uuid4())`.",
        RFC7519 + "#section-4.1.7",
    ),
    "secret_in_payload": Misconception(
        claims.secret_in_payload,
        "{what} gives a secret away: a token is signed, not encrypted, so anyone can read its {part}.",
        "Put in only what says who the user is; a password belongs in no token, not even hashed.",
        RFC7519 + "#section-12",
    ),
    "no_identity": Misconception(
        claims.no_identity,
        "The token is signed well, but nothing in it says which user it is for.",
        'Put the user name in the payload, for example `{{"sub": username}}`.',
        RFC7519 + "#section-4.1.2",
    ),
    "integer_sub": Misconception(
        claims.integer_sub,
        "The claim `{claim}` identifies the user by a number, not by the name that logged in.",
        "Put the user name there; the standard claim `sub` must be a text, and PyJWT refuses a number when it decodes.",
        RFC7519 + "#section-4.1.2",
    ),
    "string_user_id": Misconception(
        claims.string_user_id,
        "The claim `{claim}` became a text on its way into the token; it was given as a number.",
        "Put it into the payload as it is, without str() or quotes: JSON has numbers too.",
        RFC7519 + "#section-4",
    ),
    "nested_data": Misconception(
        data.nested_data,
        "What was handed over stands inside the claim `{claim}`, where nobody looks for it.",
        "It is the payload itself: begin with `payload = data.copy()`, and add `exp` to that.",
        RFC7519 + "#section-4",
    ),
    "drops_data": Misconception(
        data.drops_data,
        "`{claim}` was handed over, but the payload {found}.",
        "Begin with everything that was handed over, `payload = data.copy()`, and add only `exp`.",
        PYTHON + "library/stdtypes.html#dict.copy",
    ),
    "wrong_claim_name": Misconception(
        claims.wrong_claim_name,
        "The payload has `{other}` where `{claim}` is looked for, so nobody will find it.",
        "Names of claims are exact, capitals included: call it `{claim}`.",
        RFC7519 + "#section-4.1",
    ),
    "mutates_input": Misconception(
        data.mutates_input,
        "The dict that was handed over has changed: {what}.",
        "It belongs to whoever called: work on a copy, `payload = data.copy()`.",
        PYTHON + "library/stdtypes.html#dict.copy",
    ),
}
