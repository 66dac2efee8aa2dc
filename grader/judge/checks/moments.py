"""Moments, and how far apart they are."""

from __future__ import annotations

from grader.judge import wording
from grader.text import duration, whole

TOLERANCE = 1.0
"""Seconds, and less than that: a NumericDate may be whole seconds (RFC 7519 §2), cut off or rounded."""
FAR = 10 * 365 * 86400
"""Seconds: a distance that is more than this is a mistake of its own kind, and its exact size says nothing."""
ENDLESS = 1e18
"""Seconds: more than the age of the universe."""


def lies_at(claim: str, observed: object, now: float, due: float) -> str | None:
    """Give None if a claim is a moment that is as due, else a sentence."""
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
