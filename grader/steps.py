"""Steps: what is done with a student's program once it has been loaded."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Discriminator, Field, StringConstraints, Tag

from grader.vocabulary import Duration, Model, Name, Reference, Slug, Text, first_of, tag

Target: TypeAlias = Annotated[str, StringConstraints(pattern=r"^(GET|POST|PUT|PATCH|DELETE) /\S*$")]
Environment: TypeAlias = dict[Annotated[str, StringConstraints(pattern=r"^[A-Z_][A-Z0-9_]*$")], str]
"""Environment variables, all that there are: a program sees no other."""
Algorithm = Literal["HS256", "HS384", "HS512", "RS256", "RS512", "ES256", "none"]


class Forged(Model):
    """A token that the grader makes: its claims, in which there may be moments, and how it is signed."""

    claims: dict[str, Any]
    secret: Text = ""
    algorithm: Algorithm
    headers: dict[str, Any] = Field({})


class Forgery(Model):
    """A token of the grader's own making, where a value may stand."""

    token: Forged


class Tampering(Model):
    """A token, the program's own or not, some claims of which the grader replaces without signing it anew."""

    tampered: Reference | Forgery
    claims: dict[str, Any]


class Resigning(Model):
    """A token of the program's own, its claims and its header kept, which the grader signs anew with what is said."""

    signed_anew: Reference
    secret: Text = ""
    algorithm: Algorithm


class Lifetime(Model):
    """An argument that is a `datetime.timedelta`: the keyword arguments to make it with."""

    timedelta: dict[Literal["days", "hours", "minutes", "seconds"], int] = Field(min_length=1)


Made = Forgery | Tampering | Resigning | Lifetime
"""What stands for a value that the file itself cannot hold."""
_MADE: dict[str, type[Made]] = {
    "token": Forgery,
    "tampered": Tampering,
    "signed_anew": Resigning,
    "timedelta": Lifetime,
}


def _kind(entry: object) -> str:
    made = (kind for kind, model in _MADE.items() if isinstance(entry, model) or _has(entry, kind))
    return tag(next(made, "value"))


def _has(entry: object, key: str) -> bool:
    return isinstance(entry, dict) and key in entry


Given: TypeAlias = Annotated[
    Annotated[Forgery, Tag("<token>")]
    | Annotated[Tampering, Tag("<tampered>")]
    | Annotated[Resigning, Tag("<signed_anew>")]
    | Annotated[Lifetime, Tag("<timedelta>")]
    | Annotated[Any, Tag("<value>")],
    Discriminator(_kind),
]
"""What the program is given: a plain value, or what stands for one."""


class Read(Model):
    """Read a module-level name of the student's, at the moment at which the file was loaded."""

    id: Slug
    read: Name


class Timed(Model):
    """What is done at a moment: with those around it, in any order, unless `after` sets it apart from those before.

    `after` moves the clock on; it is for what must come later, even if no time passes.
    """

    id: Slug
    after: Duration | None = None


class Call(Timed):
    """Call a function of the student's with these arguments."""

    call: Name
    args: tuple[Given, ...] = ()


class Load(Timed):
    """Load the file anew, as a server that starts again, with these environment variables and no others."""

    load: Environment


class Request(Timed):
    """Send a request to the FastAPI application `app`; what it gives is a dict of `status`, `headers` and `json`.

    `form` is sent as an HTML form, `json` as JSON, `bearer` in the header Authorization (RFC 6750 §2.1), after the
    word Bearer or, where that is to be wrong, another `scheme` (RFC 9110 §11.1).
    """

    request: Target
    form: dict[str, Given] | None = None
    json_: dict[str, Given] | None = Field(None, alias="json")
    bearer: Given = None
    scheme: Name = "Bearer"
    headers: dict[str, str] = Field({})


AnyStep: TypeAlias = Annotated[
    Annotated[Call, Tag("<call>")]
    | Annotated[Read, Tag("<read>")]
    | Annotated[Load, Tag("<load>")]
    | Annotated[Request, Tag("<request>")],
    first_of(("call", "read", "load", "request")),
]
