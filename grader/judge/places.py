"""Where in the student's file a failure is best looked at: it only points there, and nothing is judged by it."""

from __future__ import annotations

import re

from grader.evidence import Evidence, Observation
from grader.judge.wording import line_of, text_of
from grader.text import clean


def place(observation: Observation, evidence: Evidence) -> tuple[int, int] | tuple[None, None]:
    """Give line and column: where an error left the file, or a token was made, or what was asked for is defined."""
    reply = observation.reply
    made = reply.encodings[-1].line if reply and reply.encodings else None
    line = next((line for line in (line_of(observation), made) if text_of(evidence.source, line)), None)
    line = line or _defined(observation, evidence.source)
    text = text_of(evidence.source, line)
    return (line, len(text) - len(text.lstrip()) + 1) if line else (None, None)


def excerpt(source: bytes, line: int | None) -> str:
    """Give the student's line of this number, harmless and not endlessly long."""
    return clean(text_of(source, line).strip())


def _defined(observation: Observation, source: bytes) -> int | None:
    """Find the definition of the step's function or name, or the path operation that answers its request."""
    step = observation.step
    if step.do == "run" or not step.name:
        return None
    if step.do == "request":
        method, _, path = step.name.partition(" ")
        sought = rf"@\w+\.(?:{method.lower()}|api_route)\(\s*(?:path\s*=\s*)?[\"']{re.escape(path)}[\"']"
    else:
        name = re.escape(step.name)
        sought = rf"(?:async\s+)?(?:def|class)\s+{name}\b|{name}\s*(?::[^=]*)?=(?!=)"
    lines = source.decode("utf-8", "replace").splitlines()
    return next((number for number, line in enumerate(lines, 1) if re.match(sought, line)), None)
