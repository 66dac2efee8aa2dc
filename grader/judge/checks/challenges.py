"""What an answer of 401 says of how to log in, in its header `WWW-Authenticate`."""

from __future__ import annotations

import re
from dataclasses import replace
from http import HTTPStatus

from grader import verbs
from grader.evidence import item
from grader.judge import wording
from grader.judge.subject import Subject

AUTHENTICATE = "www-authenticate"
ELEMENT = re.compile(r'(?:[^,"]|"(?:[^"\\]|\\.)*")+')
"""One of those that commas part in a header (RFC 9110 §5.6.1)."""
SCHEME = re.compile(r"\s*([^\s=]+)(?:\s+(?!\s*=)|\s*$)")
"""The scheme that a challenge begins with; `realm="me"` is more of the challenge before it (RFC 9110 §11.6.1)."""


def challenges(check: verbs.Challenges, subject: Subject) -> str | None:
    """An answer of 401 offers this scheme, alone or among others."""
    answer = subject.observation.reply.value if subject.observation.reply else None
    status, header = item(answer, "status"), item(item(answer, "headers"), AUTHENTICATE)
    observed = str(header.data) if header else ""
    schemes = [scheme[1].casefold() for scheme in map(SCHEME.match, ELEMENT.findall(observed)) if scheme]
    if status is None or status.data != HTTPStatus.UNAUTHORIZED or check.challenges.casefold() in schemes:
        return None
    named = replace(subject, path=f"headers.{AUTHENTICATE}").named
    return f"Expected {named} to say {check.challenges!r}, but it is {wording.shown(header, subject.bindings)}."
