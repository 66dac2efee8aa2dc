"""Tokens taken apart, verified and forged, without asking what time it is: the judge's clock is the step's.

A JWT is three parts of base64url joined by dots, the first two JSON objects (RFC 7519 §3, RFC 7515 §3.1).
"""

from __future__ import annotations

import base64
import binascii
import functools
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import jwt
from jwt.algorithms import get_default_algorithms
from jwt.exceptions import InvalidKeyError

MAX_CHARACTERS = 16_384
MAX_DEPTH = 50
LATELY_READ = 64
"""So many texts are not taken apart again: a judge looks at the same token check by check."""
_ALGORITHMS = get_default_algorithms()
SURROGATE = re.compile(r"\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f][0-9a-f]{2})|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}")
"""Half of a pair, as JSON has it in ASCII: no text holds one, so that a token with one is none."""
JWT = re.compile(r"(?<![A-Za-z0-9_.-])[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")


@dataclass(frozen=True)
class Token:
    """A token as text and its first two parts decoded; nothing is verified yet."""

    text: str
    header: dict[str, Any]
    payload: dict[str, Any]

    @property
    def signature(self) -> str:
        """The third part, as base64url; empty if the token is not signed."""
        return self.text.rpartition(".")[2]


def read(text: object) -> Token | None:
    """Take a text apart; None if it has not the shape of a JWT."""
    return _read(text) if isinstance(text, str) and len(text) <= MAX_CHARACTERS else None


@functools.lru_cache(LATELY_READ)
def _read(text: str) -> Token | None:
    if not JWT.fullmatch(text):
        return None
    header, payload = (_json_object(part) for part in text.split(".")[:2])
    return None if header is None or payload is None else Token(text, header, payload)


def find(text: str) -> list[Token]:
    """Find the tokens in a text, such as what a program printed."""
    return [token for match in JWT.finditer(text[:MAX_CHARACTERS]) if (token := read(match[0]))]


def verifies(token: Token, secrets: Iterable[str], algorithms: Iterable[str]) -> bool:
    """Tell whether the signature was made with one of the secrets and one of the algorithms (RFC 7515 §5.2)."""
    return any(_verifies(token, secret, list(algorithms)) for secret in secrets)


def refusal(token: Token) -> str:
    """Give what PyJWT says against a token's header, such as of a `crit` that it does not know (RFC 7515 §4.1.11)."""
    return _refusal(token.text.partition(".")[0])


def make(claims: Mapping[str, Any], secret: str, algorithm: str, headers: Mapping[str, Any]) -> str:
    """Make a token, of whatever claims and header (RFC 7515 §5.1), with `none` one that is not signed (RFC 7519 §6).

    It is written as PyJWT writes one, byte by byte, so that a forged token cannot be told by its looks.

    Raises ValueError if the algorithm cannot sign with this secret, such as RS256 with what is no private key.
    """
    header = {"alg": algorithm, "typ": "JWT", **headers}
    signed = f"{_encoded(dict(sorted(header.items())))}.{_encoded(claims)}"
    try:
        signature = (
            b"" if algorithm == "none" else _ALGORITHMS[algorithm].sign(signed.encode(), _key(algorithm, secret))
        )
    except (TypeError, AttributeError, InvalidKeyError) as error:  # a key of another kind, or half of a pair
        raise ValueError(f"{algorithm} cannot sign with this key") from error
    return f"{signed}.{_base64url(signature)}"


def tamper(token: Token, claims: Mapping[str, Any]) -> str:
    """Replace claims of a token and leave its header and its signature as they are."""
    header, _, signature = token.text.split(".")
    return f"{header}.{_encoded({**token.payload, **claims})}.{signature}"


@functools.lru_cache(LATELY_READ)
def _refusal(header: str) -> str:
    try:
        jwt.get_unverified_header(f"{header}.{_encoded({})}.")
    except jwt.InvalidTokenError as error:
        return str(error)
    return ""


def _verifies(token: Token, secret: str, algorithms: list[str]) -> bool:
    algorithm = token.header.get("alg")
    if algorithm not in algorithms:
        return False
    signed, _, signature = token.text.rpartition(".")
    try:
        key = _key(algorithm, secret)
        return _ALGORITHMS[algorithm].verify(signed.encode(), key, _decoded(signature))
    except (ValueError, TypeError, AttributeError, InvalidKeyError):  # what should be a key is none, or of another kind
        return False


def _key(algorithm: str, secret: str) -> Any:  # noqa: ANN401 - of PyJWT's making
    # For HMAC the bytes as they are: PyJWT warns of short ones, which is told elsewhere, and refuses public keys,
    # with which a token is forged here.
    raw = secret.encode("utf-8", "replace")
    return raw if algorithm.startswith("HS") else _ALGORITHMS[algorithm].prepare_key(raw)


def _encoded(part: Mapping[str, Any]) -> str:
    return _base64url(json.dumps(part, separators=(",", ":")).encode())


def _base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _decoded(part: str) -> bytes:
    """Give the bytes, none where it is not their base64url: there is only one way to write them (RFC 4648 §3.5)."""
    try:
        raw = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except binascii.Error:
        return b""
    return raw if _base64url(raw) == part else b""


@functools.lru_cache(LATELY_READ)
def _json_object(part: str) -> dict[str, Any] | None:
    raw = _decoded(part)
    try:
        decoded = json.loads(raw, object_pairs_hook=_unique)
    except (ValueError, RecursionError):
        return None
    if not isinstance(decoded, dict) or _depth(decoded) > MAX_DEPTH:
        return None
    is_plain = raw.isascii() and b"\\" not in raw
    return decoded if is_plain or not SURROGATE.search(json.dumps(decoded)) else None


def _unique(members: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make a dict; raises ValueError if a name comes twice, which none may (RFC 7519 §4): one would be out of sight."""
    named = dict(members)
    if len(named) < len(members):
        raise ValueError("a name comes twice")
    return named


def _depth(data: object) -> int:
    """Count how deep data goes, level by level, which needs no stack."""
    level, depth = [data], 0
    while level:
        level = [part for each in level if isinstance(each, dict | list) for part in _children(each)]
        depth += 1
    return depth


def _children(data: dict[str, object] | list[object]) -> Iterable[object]:
    return data.values() if isinstance(data, dict) else data
