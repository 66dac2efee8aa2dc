"""What is in a token, for a person: its parts, its times, whether it would be taken, and what is odd about it.

It is looked at here and nowhere else: nothing is sent to anyone, and the secret is never shown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from grader import tokens
from grader.errors import UsageError
from grader.text import clean, duration
from grader.tokens import Token

MEANINGS = {
    "iss": "who issued the token",
    "sub": "whom it is about",
    "aud": "for whom it is meant",
    "exp": "when it expires",
    "nbf": "from when on it is valid",
    "iat": "when it was issued",
    "jti": "its own unique name",
    "alg": "how it is signed",
    "typ": "what it is",
    "kid": "which key signed it",
}
"""The registered members: RFC 7519 §4.1 and RFC 7515 §4.1."""
MOMENTS = ("exp", "nbf", "iat")
MILLISECONDS = 1e11
"""Seconds: a moment in the year 5138, or a count of milliseconds."""
ENDLESS = 1e18
"""Seconds: more than the age of the universe."""
SHORTEST_KEY = {"HS256": 32, "HS384": 48, "HS512": 64}
"""Bytes (RFC 7518 §3.2)."""
QUARTER_HOUR = 900
SECRET_NAMES = re.compile(r"(?i)passw|pwd|secret|hash")
HASHES = re.compile(r"^\$(argon2|2[aby]?|scrypt|pbkdf2|5|6)[$-]")
PARTS = 3


@dataclass(frozen=True)
class Member:
    """One member of the header or the payload: its value as JSON, its meaning if it has a registered one, its time."""

    name: str
    value: str
    meaning: str
    moment: str


@dataclass(frozen=True)
class Inspection:
    """A token opened up; `signed_well` is None if there was no secret to try."""

    header: tuple[Member, ...]
    payload: tuple[Member, ...]
    signed_well: bool | None
    objections: tuple[str, ...]
    """Why it would be refused at that moment, apart from its signature."""
    warnings: tuple[str, ...]


def read(text: str) -> Token:
    """Take what was pasted, with `Bearer` before it, in quotes, over several lines; raises UsageError if no token."""
    bare = re.sub(r"^(?:authorization:)?bearer(?=ey)", "", "".join(text.split()).strip("\"'"), flags=re.IGNORECASE)
    token = tokens.read(bare)
    if token:
        return token
    count = bare.count(".") + 1 if bare else 0
    if count != PARTS:
        found = "is nothing" if not bare else "is 1 part" if count == 1 else f"are {count} parts"
        raise UsageError(f"This is not a JWT: it has three parts joined by dots, and here {found}.")
    raise UsageError("This is not a JWT: its first two parts must be JSON objects in base64url, and these are not.")


def inspect(token: Token, *, secret: str | None, now: float, here: bool = True) -> Inspection:
    """Look at a token at a moment, `now`, in seconds since the epoch; `here` tells times in local time, too."""
    algorithm = str(token.header.get("alg"))
    return Inspection(
        tuple(_members(token.header, now, here=here)),
        tuple(_members(token.payload, now, here=here)),
        None if secret is None else tokens.verifies(token, [secret], [algorithm]),
        tuple(_objections(token.payload, now)),
        tuple(_warnings(token, secret, now)),
    )


def moment(value: object, now: float, *, here: bool = True) -> str:
    """Say when a number of seconds is, in UTC and `here`, and how far from now; empty for what is no moment."""
    seconds = _seconds(value)
    if seconds is None:
        return ""
    try:
        at = datetime.fromtimestamp(seconds, timezone.utc)
        ours = at.astimezone() if here else at
    except (ValueError, OverflowError, OSError):
        return "beyond the end of the calendar"
    local = "" if ours.utcoffset() == timedelta(0) else f" ({ours:%Y-%m-%d %H:%M:%S} here)"
    distance = duration(abs(seconds - now))
    when = "now" if distance == "0 s" else f"in {distance}" if seconds > now else f"{distance} ago"
    return f"{at:%Y-%m-%d %H:%M:%S} UTC{local}, {when}"


def _members(part: Mapping[str, Any], now: float, *, here: bool) -> Iterator[Member]:
    for name, value in part.items():
        shown = clean(json.dumps(value, ensure_ascii=False))
        at = moment(value, now, here=here) if name in MOMENTS else ""
        yield Member(clean(name), shown, MEANINGS.get(name, ""), at)


def _objections(payload: Mapping[str, Any], now: float) -> Iterator[str]:
    """Say what PyJWT's decode would refuse, in the order in which it looks (RFC 7519 §4.1)."""
    for name in MOMENTS:
        value = payload.get(name)
        if name in payload and _seconds(value) is None:
            yield f"`{name}` is no number of seconds since 1970"
    seconds = _moments(payload)
    if seconds.get("exp", now + 1) <= now:
        yield "it has expired"
    if seconds.get("nbf", now) > now:
        yield "it is not valid yet"
    if seconds.get("iat", now) > now:
        yield "it says that it was issued in the future"
    for name in ("sub", "jti"):
        if name in payload and not isinstance(payload[name], str):
            yield f"`{name}` is not a text"


def _moments(payload: Mapping[str, Any]) -> dict[str, float]:
    found = {name: _seconds(payload.get(name)) for name in MOMENTS}
    return {name: seconds for name, seconds in found.items() if seconds is not None}


def _seconds(value: object) -> float | None:
    """Give a number that can be reckoned with, however large it was; None for what is no number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:  # noqa: PLR0124 - NaN is not
        return None
    return float(max(-ENDLESS, min(value, ENDLESS)))


def _warnings(token: Token, secret: str | None, now: float) -> Iterator[str]:
    algorithm, payload = str(token.header.get("alg")), token.payload
    if algorithm.lower() == "none" or not token.signature:
        yield "It is not signed: anyone could have made it."
    if "exp" not in payload:
        yield "It has no `exp`, so it never expires."
    shortest = SHORTEST_KEY.get(algorithm, 0)
    if secret is not None and len(secret.encode("utf-8", "replace")) < shortest:
        yield f"The secret is short: {algorithm} wants at least {shortest} bytes, or it can be guessed."
    seconds = _moments(payload)
    for name, value in seconds.items():
        if abs(value) > MILLISECONDS:
            yield f"`{name}` seems to count milliseconds; it should count seconds."
    ahead = round(seconds.get("iat", now) - now)
    if QUARTER_HOUR / 2 < ahead < 15 * 3600:
        yield (
            f"`iat` lies {duration(ahead)} ahead. Was local time taken for UTC where the token was made? "
            "`datetime.now(timezone.utc)` is right everywhere."
        )
    for name, value in payload.items():
        if SECRET_NAMES.search(name) or (isinstance(value, str) and HASHES.match(value)):
            yield f"`{clean(name)}` looks like a secret: anyone who holds the token can read it."
