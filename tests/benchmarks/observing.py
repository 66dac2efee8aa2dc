"""What the peers of the grader share: a student's file used in this process, with freezegun's clock, as courses do it.

It asks of the file what the exercises ask: three rounds, each a fresh load at a random instant with a fresh secret,
and every call thirty hours after the one before. All three are in UTC: freezegun's `tz_offset` moves
`datetime.now(timezone.utc)` as well, so that right answers would fail in any other zone. The checks on what was seen
are not here; the plain pytest files and those for check50 each have their own.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import importlib.util
import io
import json
import random
import secrets
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import jwt
import yaml
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory
from jwt import api_jwt

ROUNDS = ("first", "second", "third")
UNTIL_CALLS = timedelta(hours=30)
LIFETIME = 1800
TOLERANCE = 1
DIGESTS = ("md5", "sha1", "sha256", "sha512")
HMAC = ["HS256", "HS384", "HS512"]
FIXED_SECRET = "replace-me-in-production-0123456789abcdef"  # noqa: S105 - it stands in the exercises
SHORT_SECRET = "mysecret"  # noqa: S105 - it stands in a question


@dataclass
class Seen:
    """What one round showed: results by name, what was printed, and for each call of encode if it named an algorithm.

    `now` is the instant of the last call, in seconds since the epoch.
    """

    secret: str = field(default_factory=lambda: secrets.token_hex(32))
    user_id: int = field(default_factory=lambda: random.SystemRandom().randint(100_000, 999_999_999))
    now: float = 0.0
    results: dict[str, Any] = field(default_factory=dict)
    printed: str = ""
    encodings: list[bool] = field(default_factory=list)


def answer(slug: str) -> object:
    """Read the letter that the student chose."""
    return yaml.safe_load(Path("answers.yaml").read_text(encoding="utf-8")).get(slug)


def claims(token: object, secret: str, algorithms: list[str]) -> dict[str, Any]:
    """Verify a token's signature and give its payload; raises what PyJWT raises."""
    assert isinstance(token, str)
    payload: dict[str, Any] = json.loads(jwt.PyJWS().decode(token, secret, algorithms=algorithms))
    return payload


def script_claims(token: str) -> dict[str, Any]:
    """Verify what the script of token_output printed, which either secret of that exercise may have signed."""
    try:
        return claims(token, FIXED_SECRET, ["HS256"])
    except jwt.InvalidSignatureError:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it is short
            return claims(token, SHORT_SECRET, ["HS256"])


def says(payload: object, word: str) -> bool:
    """Tell whether a payload has a word as one of its values, at any depth."""
    if isinstance(payload, dict | list):
        return any(says(part, word) for part in (payload.values() if isinstance(payload, dict) else payload))
    return payload == word


def gives_away(payload: dict[str, Any], *hidden: str) -> bool:
    """Tell whether a payload shows a word: plain, reversed, in base64 or hex, or as a hash that anyone can try."""
    text = json.dumps(payload).casefold()
    for word in hidden:
        raw = word.encode()
        disguises = {word, word[::-1], raw.hex(), base64.b64encode(raw).decode().rstrip("=")}
        disguises |= {hashlib.new(name, raw, usedforsecurity=False).hexdigest() for name in DIGESTS}
        if any(disguise.casefold() in text for disguise in disguises):
            return True
    return False


def purpose(clock: FrozenDateTimeFactory, seen: Seen) -> None:
    """Log in rightly, with a wrong password, and as a stranger."""
    login = load("purpose").login
    attempts = {
        "login": ("alice", "wonderland"),
        "wrong_password": ("alice", secrets.token_hex(7)),
        "stranger": (secrets.token_hex(5), "wonderland"),
    }
    for name, (username, password) in attempts.items():
        clock.tick(UNTIL_CALLS)
        seen.results[name] = login(username, password, seen.secret)


def import_encode(_clock: FrozenDateTimeFactory, seen: Seen) -> None:
    """Load the file, and read its token."""
    with _noting(seen.encodings):
        seen.results["token"] = load("import_encode").token


def token_output(_clock: FrozenDateTimeFactory, seen: Seen) -> None:
    """Run the file as a script, and keep what it prints."""
    output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with _noting(seen.encodings), contextlib.redirect_stdout(output):
        load("token_output", name="__main__")
    output.seek(0)
    seen.printed = output.read().strip()


def default_algorithm(clock: FrozenDateTimeFactory, seen: Seen) -> None:
    """Have a token made, and three others read."""
    with _noting(seen.encodings):
        student = load("default_algorithm")
        clock.tick(UNTIL_CALLS)
        seen.results["token"] = student.make_token(seen.user_id, seen.secret)
    for algorithm in HMAC:
        clock.tick(UNTIL_CALLS)
        token = jwt.encode({"user_id": seen.user_id}, seen.secret, algorithm=algorithm)
        seen.results[algorithm] = student.algorithm_of(token)


def utc_expiry(clock: FrozenDateTimeFactory, seen: Seen) -> None:
    """Have a token made, some time after the file was loaded."""
    student = load("utc_expiry")
    clock.tick(UNTIL_CALLS)
    seen.results["token"] = student.create_token(seen.user_id, seen.secret)


def observe(exercise: Callable[[FrozenDateTimeFactory, Seen], None]) -> Seen:
    """Take the student's file through one round; raises what it raises."""
    seen = Seen()
    start = datetime(2026, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=random.SystemRandom().uniform(0, 3e8))
    with freeze_time(start) as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        exercise(clock, seen)
        seen.now = clock().replace(tzinfo=timezone.utc).timestamp()
    return seen


def load(slug: str, *, name: str = "") -> Any:
    """Load the student's file afresh."""
    spec = importlib.util.spec_from_file_location(name or slug, f"{slug}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextlib.contextmanager
def _noting(calls: list[bool]) -> Iterator[None]:
    """Note for each call of PyJWT's encode, however it was imported, if it names an algorithm."""
    real, bound = api_jwt.PyJWT.encode, jwt.encode

    def encode(*args: Any, **options: Any) -> str:
        calls.append(len(args) > 3 or "algorithm" in options or "alg" in (options.get("headers") or {}))
        return real(*args, **options)

    api_jwt.PyJWT.encode = encode  # type: ignore[method-assign]  # for what a student makes of the class
    jwt.encode = api_jwt.encode = jwt.PyJWT().encode
    try:
        yield
    finally:
        api_jwt.PyJWT.encode = real  # type: ignore[method-assign]
        jwt.encode = api_jwt.encode = bound
