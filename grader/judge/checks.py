"""One small pure function for each verb of the vocabulary: it gives None if the check holds, else a sentence.

A sentence says what was expected and what was observed, in words that do not depend on chance.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import Any, TypeAlias

from grader import tokens, verbs
from grader.evidence import item, plain
from grader.judge import wording
from grader.judge.subject import Subject
from grader.text import clean, duration, whole
from grader.values import Bindings, UnknownReferenceError, moment, resolve

WORDS = re.compile(r"[A-Za-z0-9+/_=-]{4,}")

Sentence: TypeAlias = "str | None"

TOLERANCE = 1.0
"""Seconds, and less than that: a NumericDate may be whole seconds (RFC 7519 §2), cut off or rounded."""
FAR = 10 * 365 * 86400
"""Seconds: a distance that is more than this is a mistake of its own kind, and its exact size says nothing."""
ENDLESS = 1e18
"""Seconds: more than the age of the universe."""
DIGESTS = ("md5", "sha1", "sha256", "sha512")


def holds(check: verbs.Check, subject: Subject) -> Sentence:
    """Give None if the check holds of the subject, else what was expected and what was observed."""
    judge: Callable[[Any, Subject], Sentence] = _JUDGES[type(check)]
    try:
        return judge(check, subject)
    except UnknownReferenceError as missing:
        return f"There is nothing to compare {subject.named} with: {missing} was not given."


def _is(check: verbs.Is, subject: Subject) -> Sentence:
    wanted = {"datetime": "datetime.datetime", "token": "str"}.get(check.is_, check.is_)
    if subject.value and subject.value.type == wanted and (check.is_ != "token" or subject.token):
        return None
    expected = "a token and nothing else" if check.is_ == "token" else wording.KINDS[wanted]
    return f"Expected {subject.named} to be {expected}, but it is {_shown(subject)}."


def _equals(check: verbs.Equals, subject: Subject) -> Sentence:
    expected = resolve(check.equals, _bindings(subject))
    if subject.value and same(plain(subject.value), expected):
        return None
    wanted, found = _words(expected, subject), _shown(subject)
    if wanted == found and subject.value and subject.observation.step.do == "request":  # dicts with the same keys
        wanted, found = _quoted(expected, subject), _quoted(plain(subject.value), subject)
    return f"Expected {subject.named} to be {wanted}, but it is {found}."


def _differs(check: verbs.Differs, subject: Subject) -> Sentence:
    if subject.value is None:
        return f"Expected {subject.named}, but there is none."
    if same(plain(subject.value), resolve(check.differs, _bindings(subject))):
        return f"Expected {subject.named} to be another one each time, but it is the same again."
    return None


def _begins(check: verbs.Begins, subject: Subject) -> Sentence:
    observed = subject.value.data if subject.value else None
    if isinstance(observed, str) and observed.casefold().startswith(check.begins.casefold()):
        return None
    return f"Expected {subject.named} to begin with {check.begins!r}, but it is {_shown(subject)}."


def _min_bytes(check: verbs.MinBytes, subject: Subject) -> Sentence:
    value = subject.value
    if value is None or value.type not in ("str", "bytes"):
        return f"Expected {subject.named} to be a text, but it is {_shown(subject)}."
    length = len(value.data.encode("utf-8", "replace")) if isinstance(value.data, str) else value.size or 0
    if length >= check.min_bytes:
        return None
    return f"Expected {subject.named} to have at least {check.min_bytes} bytes, but it has {length}."


def _answers(check: verbs.Answers, subject: Subject) -> Sentence:
    status = item(subject.observation.reply.value if subject.observation.reply else None, "status")
    observed = status.data if status else None
    if observed == check.answers:
        return None
    expected = f"Expected `{subject.observation.step.name}` to be answered with {_status(check.answers)}"
    success_due = check.answers < HTTPStatus.BAD_REQUEST
    reason = wording.because(subject.observation) or (wording.refusal(subject.observation) if success_due else "")
    return f"{expected}, but it is answered with {_status(observed)}{reason}."


def _status(code: object) -> str:
    try:
        return f"{code} ({HTTPStatus(int(str(code))).phrase})"
    except ValueError:
        return clean(str(code), 20)


def _token(check: verbs.Verifies, subject: Subject) -> Sentence:
    token = subject.token
    if token is None:
        return f"Expected {subject.named} to be a token, but it is {_shown(subject)}."
    if tokens.verifies(token, keys_of(check, subject), check.token.algorithms):
        return None
    algorithm = token.header.get("alg")
    if algorithm not in check.token.algorithms:
        named, allowed = wording.quoted(algorithm, _bindings(subject)), " or ".join(check.token.algorithms)
        return f"Expected a token signed with {allowed}, but its header names {named}."
    if "PUBLIC KEY" in str(check.token.secret):
        return "Expected a token signed with the private key, but the public key does not confirm the signature."
    key, that = (
        ("your own key", "it") if str(check.token.secret).startswith("@") else ("the given secret", "that secret")
    )
    return f"Expected a token signed with {key}, but the signature does not match {that}."


def keys_of(check: verbs.Verifies, subject: Subject) -> list[str]:
    """Give the keys that a token may be signed with."""
    secrets = check.token.secret if isinstance(check.token.secret, tuple) else (check.token.secret,)
    return [key for key in resolve(secrets, _bindings(subject)) if isinstance(key, str)]


def _claim(check: verbs.Claim, subject: Subject) -> Sentence:
    payload = subject.token.payload if subject.token else {}
    expected = resolve(check.equals, _bindings(subject))
    due = moment(expected, subject.observation.step.at)
    if check.claim not in payload:
        return f"Expected the claim `{check.claim}`, but the payload is {_words(payload, subject)}."
    observed = payload[check.claim]
    if due is not None:
        return _moment(check.claim, observed, subject.observation.step.at, due)
    if same(observed, expected):
        return None
    return (
        f"Expected the claim `{check.claim}` to be {_words(expected, subject)}, but it is {_words(observed, subject)}."
    )


def _moment(claim: str, observed: object, now: float, due: float) -> Sentence:
    if not isinstance(observed, int | float) or isinstance(observed, bool):
        kind = wording.KINDS.get(type(observed).__name__, "something else")
        return f"Expected the claim `{claim}` to be a number of seconds since 1970, but it is {kind}."
    seconds = finite(observed)
    if seconds is None:
        return f"Expected `{claim}` {distance(due - now)} the call, but it is no moment at all."
    if abs(seconds - due) < TOLERANCE:
        return None
    wanted = f"{distance(due - now)} the call" if due != now else "to be the moment of the call"
    return f"Expected `{claim}` {wanted}, but it is {distance(seconds - now)} it."


def finite(number: float) -> float | None:
    """Give a number as a float that can be reckoned with: None for NaN, at most ENDLESS in size."""
    return None if number != number else float(max(-ENDLESS, min(number, ENDLESS)))  # noqa: PLR0124 - NaN is not itself


def distance(seconds: float) -> str:
    """Say how far a moment is from another: `30 min after`, `5 h 7 min before`."""
    side = "after" if whole(seconds) >= 0 else "before"
    return f"more than 10 years {side}" if abs(seconds) > FAR else f"{duration(abs(whole(seconds)))} {side}"


def _payload(check: verbs.Payload, subject: Subject) -> Sentence:
    payload = subject.token.payload if subject.token else {}
    expected = resolve(check.payload, _bindings(subject))
    if same(payload, expected):
        return None
    wanted, found = (wording.quoted(part, _bindings(subject)) for part in (expected, payload))
    return f"Expected the payload {wanted}, but it is {found}."


def _header(check: verbs.Header, subject: Subject) -> Sentence:
    observed = subject.token.header.get(check.header) if subject.token else None
    expected = resolve(check.equals, _bindings(subject))
    if same(observed, expected):
        return None
    wanted = _quoted(expected, subject).strip("'")
    return f"Expected `{check.header}` in the header to be {wanted}, but it is {_words(observed, subject)}."


def _carries(check: verbs.Carries, subject: Subject) -> Sentence:
    payload = subject.token.payload if subject.token else {}
    expected = resolve(check.carries, _bindings(subject))
    if any(same(part, expected) for part in _values(payload)):
        return None
    return f"Expected a claim that is {_words(expected, subject)}, but the payload is {_words(payload, subject)}."


def _hides(check: verbs.Hides, subject: Subject) -> Sentence:
    hidden = secrets_of(check, subject)
    if subject.token is None:
        whole = _parts(plain(subject.value)) if subject.value else ()
        parts = (part for part in whole if not isinstance(part, dict | list))
        seen = next((part for part in parts if any(shows(part, secret) for secret in hidden)), None)
        return (
            f"Expected {subject.named} to give no secret away, but {_quoted(seen, subject)} does."
            if seen is not None
            else None
        )
    payload = subject.token.payload
    seen = next(
        (claim for claim, part in payload.items() if any(shows([claim, part], secret) for secret in hidden)), None
    )
    if seen is None:
        return None
    return f"Expected a payload that anyone may read, but the claim {_quoted(seen, subject)} gives a secret away."


def secrets_of(check: verbs.Hides, subject: Subject) -> list[str]:
    """Give the texts that a token must not show."""
    texts = (check.hides,) if isinstance(check.hides, str) else check.hides
    return [str(text) for text in resolve(texts, _bindings(subject))]


def shows(part: object, hidden: str) -> bool:
    """Tell whether a claim shows a text: plain, reversed, in base64 or hex, or as a hash that anyone can try."""
    disguises = {hidden, hidden[::-1], *digests_of(hidden)}
    texts = [str(text) for text in _parts(part) if not isinstance(text, dict | list)]
    texts += [_decoded(word) for text in texts for word in WORDS.findall(text)]
    return any(disguise.casefold() in text.casefold() for disguise in disguises for text in texts)


def digests_of(hidden: str) -> list[str]:
    """Give the hashes of a text that anyone can try, one for each of the DIGESTS."""
    return [hashlib.new(name, hidden.encode(), usedforsecurity=False).hexdigest() for name in DIGESTS]


def _decoded(word: str) -> str:
    """Give what a word may say in base64 or hex, as far as it is text."""
    decoded = b""
    with contextlib.suppress(ValueError):
        decoded += base64.urlsafe_b64decode(word.replace("+", "-").replace("/", "_") + "=" * (-len(word) % 4))
    with contextlib.suppress(ValueError):
        decoded += bytes.fromhex(word)
    return decoded.decode("utf-8", "replace")


def _encode(check: verbs.Encodes, subject: Subject) -> Sentence:
    calls = subject.encodings
    if not calls:
        return "Expected the token to be made by PyJWT's encode, but encode was not called."
    if subject.token and subject.token.text not in [call.token for call in calls]:
        return "Expected the token to be made by PyJWT's encode, but what encode gave is another one."
    if check.encode == "algorithm_omitted" and (named := [call for call in calls if call.algorithm_named]):
        where = f" in line {named[0].line}" if named[0].line else ""
        return f"Expected encode to be called without an algorithm, but{where} it is given one."
    return None


def _keeps(_check: verbs.Keeps, subject: Subject) -> Sentence:
    step, reply = subject.observation.step, subject.observation.reply
    arguments = reply.arguments if reply else ()
    kept = len(arguments) == len(step.args) and all(
        isinstance(given, timedelta) or same(plain(left), given)  # which nobody can change
        for left, given in zip(arguments, step.args, strict=True)
    )
    if kept:
        return None
    return f"Expected {subject.named} to leave its arguments as they were, but it changed them: work on a copy."


def _ends(check: verbs.Ends, subject: Subject) -> Sentence:
    if check.ends == "returned":
        return None
    if subject.observation.end == "exited" and not subject.observation.step.as_script:
        return f"Expected {subject.named} to end with an error, but its exit code is 0, which means success."
    return f"Expected {subject.named} to end with an error, but it ran to its end."


def _says(check: verbs.Says, subject: Subject) -> Sentence:
    """Only what ended with an error is asked for what it says: see `judging`."""
    reply = subject.observation.reply
    error = f"{reply.error.type} {reply.error.message}" if reply and reply.error else ""
    said = f"{error} {reply.complaint if reply else ''} {subject.observation.output}"
    if check.says.casefold() in said.casefold():
        return None
    words = wording.said(subject.observation)
    return f"Expected the error to name {check.says}, but it says {f'“{words}”' if words else 'nothing'}."


def same(observed: object, expected: object) -> bool:
    """Tell whether two plain values are equal and of the same types throughout: 7 is neither 7.0 nor True nor '7'."""
    if isinstance(observed, Mapping) and isinstance(expected, Mapping):
        return observed.keys() == expected.keys() and all(same(observed[key], expected[key]) for key in expected)
    if isinstance(observed, list | tuple) and isinstance(expected, list | tuple):
        return len(observed) == len(expected) and all(map(same, observed, expected))
    return type(observed) is type(expected) and observed == expected


def _parts(data: object) -> Iterator[object]:
    """Yield a value and everything in it, the keys of dicts included."""
    yield data
    for part in (*data, *data.values()) if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _parts(part)


def _values(data: object) -> Iterator[object]:
    """Yield a value and every value in it."""
    yield data
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _values(part)


def _bindings(subject: Subject) -> Bindings:
    return subject.bindings


def _shown(subject: Subject) -> str:
    return wording.shown(subject.value, _bindings(subject))


def _words(data: object, subject: Subject) -> str:
    return wording.words(data, _bindings(subject))


def _quoted(data: object, subject: Subject) -> str:
    return wording.quoted(data, _bindings(subject))


_JUDGES: dict[type[verbs.Check], Callable[[Any, Subject], Sentence]] = {
    verbs.Ends: _ends,
    verbs.Is: _is,
    verbs.Verifies: _token,
    verbs.Claim: _claim,
    verbs.Payload: _payload,
    verbs.Header: _header,
    verbs.Carries: _carries,
    verbs.Hides: _hides,
    verbs.Encodes: _encode,
    verbs.Keeps: _keeps,
    verbs.Says: _says,
    verbs.Differs: _differs,
    verbs.Begins: _begins,
    verbs.MinBytes: _min_bytes,
    verbs.Answers: _answers,
    verbs.Equals: _equals,
}
