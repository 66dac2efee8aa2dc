"""The closed vocabulary of exercise files: steps (what is done), checks (what must hold), labels (what went wrong).

A value in a step or a check is a plain YAML value, `$name` (drawn afresh for every round, see `Variable`)
or a moment such as `now + 30 min`. There is no Python in strings but code that the student is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag

Variable = Literal["$secret", "$user_id", "$stranger", "$wrong_password"]
"""Drawn for each round: a secret of 64 characters, a positive integer, a user and a password that nobody knows."""

Label = Literal[
    "syntax_error",
    "misspelt_import",
    "wrong_package",
    "datetime_import",
    "shadowed_import",
    "non_dict_payload",
    "list_algorithm",
    "algorithm_name",
    "integer_for_string",
    "decode_on_str",
    "returns_none",
    "response_shape",
    "returns_payload",
    "returns_bytes",
    "token_not_printed",
    "prints_extra",
    "hard_coded_token",
    "hard_coded_secret",
    "alg_none",
    "names_algorithm",
    "fixed_answer",
    "accepts_anyone",
    "secret_in_payload",
    "no_identity",
    "integer_sub",
    "string_user_id",
    "wrong_claim_name",
    "no_exp",
    "string_exp",
    "relative_exp",
    "milliseconds",
    "days_for_minutes",
    "seconds_for_minutes",
    "import_time_exp",
    "double_shift",
    "local_time",
]
"""Misconceptions, the more basic one first: the order in which they are named to the student."""

Slug: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Name: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$", max_length=60)]
Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Code: TypeAlias = Annotated[str, StringConstraints(min_length=1)]
Letter: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-H]$")]
Path: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z_][a-z0-9_]*(\.[A-Za-z0-9_]+)*$")]
Points: TypeAlias = Annotated[float, Field(gt=0, le=100)]

MOMENT = re.compile(r"^now(?: (?P<sign>[+-]) (?P<count>\d+) (?P<unit>s|min|h|d))?$")
SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400}


class Model(BaseModel):
    """Strict and frozen, and a key that is not known is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Check(Model):
    """One thing that must hold of `of`: a step's id (`run` is the loading of the file), then a path into its value."""

    id: Slug
    title: Text
    of: Path
    points: Points = 1
    needs: tuple[Slug, ...] = ()


class Ends(Check):
    """The step ended this way: a program that raised, or one that ran to its end."""

    ends: Literal["returned", "raised"]


class Is(Check):
    """The value is exactly of this type; `token` is a text of the shape header.payload.signature."""

    is_: Literal["token", "str", "int", "float", "dict", "datetime"] = Field(alias="is")


class Equals(Check):
    """The value equals this one and is of its exact type."""

    equals: Any


class Signing(Model):
    """The keys that a token may be signed with, and the algorithms."""

    secret: Text | tuple[Text, ...]
    algorithms: tuple[Literal["HS256", "HS384", "HS512"], ...] = Field(min_length=1)


class Verifies(Check):
    """The value is a token whose signature is good."""

    token: Signing


class Claim(Check):
    """A claim of the token's payload equals this; a moment is compared to within one second."""

    claim: Text
    equals: Any


class Payload(Check):
    """The token's whole payload equals this."""

    payload: dict[str, Any]


class Header(Check):
    """A member of the token's header equals this."""

    header: Text
    equals: Any


class Carries(Check):
    """Some claim of the token, at any depth, has this value."""

    carries: Any


class Hides(Check):
    """No claim of the token shows these texts, plain, encoded or hashed without a salt."""

    hides: Text | tuple[Text, ...]


class Encodes(Check):
    """How the step called PyJWT's encode: at all, or without naming an algorithm."""

    encode: Literal["called", "algorithm_omitted"]


class Keeps(Check):
    """The call left its arguments as they were."""

    keeps: Literal["arguments"]


VERBS: dict[str, type[Check]] = {
    "ends": Ends,
    "is": Is,
    "token": Verifies,
    "claim": Claim,
    "payload": Payload,
    "header": Header,
    "carries": Carries,
    "hides": Hides,
    "encode": Encodes,
    "keeps": Keeps,
    "equals": Equals,  # last: claim and header have an `equals` too
}


def _first_of(verbs: Iterable[str]) -> Discriminator:
    """Tell which model an entry of the file is for: the first of the verbs among its keys decides."""

    def verb_of(entry: object) -> str | None:
        keys = (
            entry
            if isinstance(entry, dict)
            else {verb for verb in verbs if hasattr(entry, verb) or hasattr(entry, f"{verb}_")}
        )
        return next((verb for verb in verbs if verb in keys), None)

    return Discriminator(
        verb_of,
        custom_error_type="no_verb",
        custom_error_message="one of these keys must say what it does: {verbs}",
        custom_error_context={"verbs": ", ".join(verbs)},
    )


AnyCheck: TypeAlias = Annotated[
    Annotated[Ends, Tag("ends")]
    | Annotated[Is, Tag("is")]
    | Annotated[Verifies, Tag("token")]
    | Annotated[Claim, Tag("claim")]
    | Annotated[Payload, Tag("payload")]
    | Annotated[Header, Tag("header")]
    | Annotated[Carries, Tag("carries")]
    | Annotated[Hides, Tag("hides")]
    | Annotated[Encodes, Tag("encode")]
    | Annotated[Keeps, Tag("keeps")]
    | Annotated[Equals, Tag("equals")],
    _first_of(VERBS),
]


class Forged(Model):
    """A token that the grader makes and hands to the student's function."""

    claims: dict[str, Any]
    secret: Text
    algorithm: Literal["HS256", "HS384", "HS512"]


class Forgery(Model):
    """An argument that is a token of the grader's own making."""

    token: Forged


Argument: TypeAlias = Annotated[
    Annotated[Forgery, Tag("token")] | Annotated[Any, Tag("value")],
    Discriminator(lambda entry: "token" if isinstance(entry, Forgery) or _is_forgery(entry) else "value"),
]


def _is_forgery(entry: object) -> bool:
    return isinstance(entry, dict) and "token" in entry


class Call(Model):
    """Call a function of the student's with these arguments."""

    id: Slug
    call: Name
    args: tuple[Argument, ...] = ()


class Read(Model):
    """Read a module-level name of the student's."""

    id: Slug
    read: Name


AnyStep: TypeAlias = Annotated[
    Annotated[Call, Tag("call")] | Annotated[Read, Tag("read")],
    _first_of(("call", "read")),
]
