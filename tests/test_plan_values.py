"""Values in exercise files that stand for others: moments such as `now + 30 min`, and names such as `$secret`."""

from __future__ import annotations

import pytest

from grader.values import moment, resolve


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
