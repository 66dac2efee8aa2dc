"""The catalogue of misconceptions: label, signature, what happened, what to do, where to read more.

The two sentences are for a beginner: no blame, nothing that the course has not said, figures where they tell more
than words. A name in braces is a figure that the signature gives. There is a file for each group of an example.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from grader.judge.catalogue import app, login, payload, python, result, signature, time
from grader.judge.catalogue.entry import Misconception
from grader.labels import Label

_ENTRIES: Mapping[Label, Misconception] = {
    **python.MISCONCEPTIONS,
    **result.MISCONCEPTIONS,
    **signature.MISCONCEPTIONS,
    **login.MISCONCEPTIONS,
    **payload.MISCONCEPTIONS,
    **time.MISCONCEPTIONS,
    **app.MISCONCEPTIONS,
}
CATALOGUE: Mapping[Label, Misconception] = {label: _ENTRIES[label] for label in get_args(Label)}
"""All of them, the more basic one first."""
