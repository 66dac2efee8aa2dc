"""What the catalogue says of one misconception, and the places to which it sends for more."""

from __future__ import annotations

from dataclasses import dataclass

from grader.judge.signs import Sign

PYJWT = "https://pyjwt.readthedocs.io/en/stable/"
FASTAPI = "https://fastapi.tiangolo.com/"
PYTHON = "https://docs.python.org/3/"
OS_ENVIRON = PYTHON + "library/os.html#os.environ"
TIMEDELTA = PYTHON + "library/datetime.html#timedelta-objects"
RFC7518 = "https://www.rfc-editor.org/rfc/rfc7518"
RFC7519 = "https://www.rfc-editor.org/rfc/rfc7519"
RFC9110 = "https://www.rfc-editor.org/rfc/rfc9110"
RFC9700 = "https://www.rfc-editor.org/rfc/rfc9700"
RFC8725 = "https://www.rfc-editor.org/rfc/rfc8725"


@dataclass(frozen=True)
class Misconception:
    """One known mistake: `sign` finds it in a case, the rest is said to the student."""

    sign: Sign
    happened: str
    remedy: str
    link: str
