"""One small pure function for each verb of the vocabulary: it gives None if the check holds, else a sentence.

A sentence says what was expected and what was observed, in words that do not depend on chance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from grader import verbs
from grader.judge.checks import challenges, claims, endings, hiding, likeness, values
from grader.judge.subject import Subject
from grader.values import UnknownReferenceError

_JUDGES: Mapping[type[verbs.Check], Callable[[Any, Subject], str | None]] = {
    verbs.Ends: endings.ends,
    verbs.Is: values.is_of_type,
    verbs.Verifies: claims.verifies,
    verbs.Claim: claims.has_claim,
    verbs.Payload: claims.has_payload,
    verbs.Header: claims.has_header,
    verbs.Carries: claims.carries,
    verbs.Hides: hiding.hides,
    verbs.Encodes: claims.is_encoded,
    verbs.Decodes: claims.refuses_algorithm,
    verbs.Keeps: values.keeps,
    verbs.Says: endings.says,
    verbs.Differs: values.differs,
    verbs.Resembles: likeness.resembles,
    verbs.Challenges: challenges.challenges,
    verbs.MinBytes: values.has_min_bytes,
    verbs.Answers: endings.answers,
    verbs.Equals: values.equals,
}


def holds(check: verbs.Check, subject: Subject) -> str | None:
    """Give None if the check holds of the subject, else what was expected and what was observed."""
    judge: Callable[[Any, Subject], str | None] = _JUDGES[type(check)]
    try:
        return judge(check, subject)
    except UnknownReferenceError as missing:
        return f"There is nothing to compare {subject.named} with: {missing} was not given."
