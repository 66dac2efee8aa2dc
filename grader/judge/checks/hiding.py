"""What gives a secret away: plain, reversed, in base64 or hex, or as a hash."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import re
from collections.abc import Iterator

from grader import verbs
from grader.evidence import plain
from grader.judge import wording
from grader.judge.subject import Subject
from grader.values import resolve

WORDS = re.compile(r"[A-Za-z0-9+/_=-]{4,}")
DIGESTS = ("md5", "sha1", "sha256", "sha512")


def hides(check: verbs.Hides, subject: Subject) -> str | None:
    """No claim, or no text of the file, gives this away."""
    hidden = secrets_of(check, subject)
    if subject.token is None:
        whole = _parts(plain(subject.value)) if subject.value else ()
        parts = (part for part in whole if not isinstance(part, dict | list))
        seen = next((part for part in parts if any(shows(part, secret) for secret in hidden)), None)
        return (
            f"Expected {subject.named} to give no secret away, but {wording.quoted(seen, subject.bindings)} does."
            if seen is not None
            else None
        )
    payload = subject.token.payload
    seen = next(
        (claim for claim, part in payload.items() if any(shows([claim, part], secret) for secret in hidden)), None
    )
    if seen is None:
        return None
    claim = wording.quoted(seen, subject.bindings)
    return f"Expected a payload that anyone may read, but the claim {claim} gives a secret away."


def secrets_of(check: verbs.Hides, subject: Subject) -> list[str]:
    """Give the texts that a token must not show."""
    texts = (check.hides,) if isinstance(check.hides, str) else check.hides
    return [str(text) for text in resolve(texts, subject.bindings)]


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


def _parts(data: object) -> Iterator[object]:
    """Yield a value and everything in it, the keys of dicts included."""
    yield data
    for part in (*data, *data.values()) if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _parts(part)
