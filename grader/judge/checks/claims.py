"""A token: its signature, header and claims, and the call that made it."""

from __future__ import annotations

from collections.abc import Iterator

from grader import tokens, verbs
from grader.judge import wording
from grader.judge.checks.difference import difference, same, told_apart
from grader.judge.checks.moments import lies_at
from grader.judge.subject import Subject
from grader.values import moment, resolve

OF_THE_ALGORITHM = "InvalidAlgorithmError"


def verifies(check: verbs.Verifies, subject: Subject) -> str | None:
    """It is a token whose signature is good."""
    token = subject.token
    if token is None:
        return f"Expected {subject.named} to be a token, but it is {wording.seen(subject)}."
    keys = keys_of(check, subject)
    if tokens.verifies(token, keys, check.token.algorithms):
        return _refused(token, subject)
    algorithm = token.header.get("alg")
    if algorithm not in check.token.algorithms:
        named, allowed = wording.quoted(algorithm, subject.bindings), " or ".join(check.token.algorithms)
        return f"Expected a token signed with {allowed}, but its header names {named}."
    if any("PUBLIC KEY" in key for key in keys):
        return "Expected a token signed with the private key, but the public key does not confirm the signature."
    secrets = (check.token.secret,) if isinstance(check.token.secret, str) else check.token.secret
    key, that = ("your own key", "it") if secrets[0].startswith("@") else ("the given secret", "that secret")
    return f"Expected a token signed with {key}, but the signature does not match {that}."


def _refused(token: tokens.Token, subject: Subject) -> str | None:
    if refusal := tokens.refusal(token):
        said = wording.quoted(refusal, subject.bindings)
        return f"Expected a token that PyJWT accepts, but it refuses the header, and says {said}."
    return None


def keys_of(check: verbs.Verifies, subject: Subject) -> list[str]:
    """Give the keys that a token may be signed with."""
    secrets = check.token.secret if isinstance(check.token.secret, tuple) else (check.token.secret,)
    return [key for key in resolve(secrets, subject.bindings) if isinstance(key, str)]


def has_claim(check: verbs.Claim, subject: Subject) -> str | None:
    """A claim equals this, a moment to within a second."""
    payload = subject.token.payload if subject.token else {}
    expected = resolve(check.equals, subject.bindings)
    due = moment(expected, subject.observation.step.at)
    if check.claim not in payload:
        return f"Expected the claim `{check.claim}`, but the payload is {wording.words(payload, subject.bindings)}."
    observed = payload[check.claim]
    if due is not None:
        return lies_at(check.claim, observed, subject.observation.step.at, due)
    if same(observed, expected):
        return None
    return f"Expected the claim `{check.claim}` to be {told_apart(expected, observed, subject.bindings)}."


def has_payload(check: verbs.Payload, subject: Subject) -> str | None:
    """The whole payload equals this."""
    payload = subject.token.payload if subject.token else {}
    expected = resolve(check.payload, subject.bindings)
    if same(payload, expected):
        return None
    wanted, found = (wording.quoted(part, subject.bindings) for part in (expected, payload))
    told = f"it is {found}" if found != wanted else difference(expected, payload, subject.bindings)
    return f"Expected the payload {wanted}, but {told}."


def has_header(check: verbs.Header, subject: Subject) -> str | None:
    """A member of the header equals this."""
    observed = subject.token.header.get(check.header) if subject.token else None
    expected = resolve(check.equals, subject.bindings)
    if same(observed, expected):
        return None
    wanted = wording.quoted(expected, subject.bindings).strip("'")
    found = wording.words(observed, subject.bindings)
    return f"Expected `{check.header}` in the header to be {wanted}, but it is {found}."


def carries(check: verbs.Carries, subject: Subject) -> str | None:
    """Some claim has this value."""
    payload = subject.token.payload if subject.token else {}
    expected = resolve(check.carries, subject.bindings)
    if any(same(part, expected) for part in _values(payload)):
        return None
    wanted, found = (wording.words(each, subject.bindings) for each in (expected, payload))
    return f"Expected a claim that is {wanted}, but the payload is {found}."


def is_encoded(check: verbs.Encodes, subject: Subject) -> str | None:
    """The step called PyJWT's encode, and as it should."""
    calls = subject.encodings
    if not calls:
        return "Expected the token to be made by PyJWT's encode, but encode was not called."
    if subject.token and subject.token.text not in [call.token for call in calls]:
        return "Expected the token to be made by PyJWT's encode, but what encode gave is another one."
    if check.encode == "algorithm_omitted" and (named := [call for call in calls if call.algorithm_named]):
        where = f" in line {named[0].line}" if named[0].line else ""
        return f"Expected encode to be called without an algorithm, but{where} it is given one."
    return None


def refuses_algorithm(_check: verbs.Decodes, subject: Subject) -> str | None:
    """Where decode refused a token, it did so for the algorithm; a program may also look at the header itself."""
    reply = subject.observation.reply
    refusals = reply.refusals if reply else ()
    passed = next((error for error in refusals if not error.type.endswith(OF_THE_ALGORITHM)), None)
    if passed is None:
        return None
    told = wording.told(passed, subject.observation).rstrip(".")
    return f"Expected decode to refuse the token for its algorithm, but it allowed that and came to the key ({told})."


def _values(data: object) -> Iterator[object]:
    """Yield a value and every value in it."""
    yield data
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _values(part)
