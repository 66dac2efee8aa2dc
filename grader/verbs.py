"""Verbs: what can be required of what a step gave, one model for each."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import Field, Tag

from grader.vocabulary import Model, Path, Points, Reference, Slug, Text, Visibility, first_of


class Check(Model):
    """One thing that must hold of `of`: a step's id (`run` is the loading of the file), then a path into its value.

    A path leads into dicts, and into the `header` and the `payload` of a token; several paths must all hold. `hint` is
    the number of the hint that helps where it does not hold.
    """

    id: Slug
    title: Text
    of: Path | Annotated[tuple[Path, ...], Field(min_length=1)]
    points: Points = 1
    needs: tuple[Slug, ...] = ()
    hint: Annotated[int, Field(ge=1)] = 1
    visibility: Visibility = "visible"

    @property
    def paths(self) -> tuple[str, ...]:
        """What it is of."""
        return (self.of,) if isinstance(self.of, str) else self.of


class Ends(Check):
    """The step ended this way: it ran to its end, it raised, or it failed: it raised or exited with an error."""

    ends: Literal["returned", "raised", "failed"]

    @property
    def is_of_failure(self) -> bool:
        """Tell whether an error is what is due."""
        return self.ends != "returned"


class Says(Check):
    """The error that ended the step, or what the program printed before it, says this, in capitals or not."""

    says: Text
    is_of_failure: ClassVar[bool] = True


class Is(Check):
    """The value is exactly of this type; `token` is a text of the shape header.payload.signature."""

    is_: Literal["token", "str", "int", "float", "dict", "datetime"] = Field(alias="is")


class Equals(Check):
    """The value equals this one and is of its exact type."""

    equals: Any


class Differs(Check):
    """The value is there, and is another than this one."""

    differs: Any


class Resembles(Check):
    """The value is like those of other steps: equal to them, but for what differs among them by chance."""

    resembles: tuple[Reference, ...] = Field(min_length=2)


class Challenges(Check):
    """An answer of 401 offers to log in by this scheme, in its header `WWW-Authenticate` (RFC 9110 §11.6.1)."""

    challenges: Text


class MinBytes(Check):
    """The value is a text or bytes of at least this length."""

    min_bytes: Annotated[int, Field(ge=1)]


class Answers(Check):
    """The answer to the request has this status code (RFC 9110 §15)."""

    answers: Annotated[int, Field(ge=100, le=599)]


class Signing(Model):
    """The keys that a token may be signed with, and the algorithms."""

    secret: Text | tuple[Text, ...]
    algorithms: tuple[Literal["HS256", "HS384", "HS512", "RS256", "RS512", "ES256"], ...] = Field(min_length=1)


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
    """Nothing in the value shows these texts, plain, encoded or hashed without a salt; of a token, no claim does."""

    hides: Text | tuple[Text, ...]


class Encodes(Check):
    """How the step called PyJWT's encode: at all, or without naming an algorithm."""

    encode: Literal["called", "algorithm_omitted"]


class Decodes(Check):
    """Where PyJWT's decode refused a token in the step, it did so for the algorithm, before it came to a key."""

    decode: Literal["algorithm_refused"]


class Keeps(Check):
    """The call left its arguments as they were."""

    keeps: Literal["arguments"]


VERBS: dict[str, type[Check]] = {
    "ends": Ends,
    "says": Says,
    "is": Is,
    "token": Verifies,
    "claim": Claim,
    "payload": Payload,
    "header": Header,
    "carries": Carries,
    "hides": Hides,
    "encode": Encodes,
    "decode": Decodes,
    "keeps": Keeps,
    "differs": Differs,
    "resembles": Resembles,
    "challenges": Challenges,
    "min_bytes": MinBytes,
    "answers": Answers,
    "equals": Equals,  # last: claim and header have an `equals` too
}

AnyCheck: TypeAlias = Annotated[
    Annotated[Ends, Tag("<ends>")]
    | Annotated[Says, Tag("<says>")]
    | Annotated[Is, Tag("<is>")]
    | Annotated[Verifies, Tag("<token>")]
    | Annotated[Claim, Tag("<claim>")]
    | Annotated[Payload, Tag("<payload>")]
    | Annotated[Header, Tag("<header>")]
    | Annotated[Carries, Tag("<carries>")]
    | Annotated[Hides, Tag("<hides>")]
    | Annotated[Encodes, Tag("<encode>")]
    | Annotated[Decodes, Tag("<decode>")]
    | Annotated[Keeps, Tag("<keeps>")]
    | Annotated[Differs, Tag("<differs>")]
    | Annotated[Resembles, Tag("<resembles>")]
    | Annotated[Challenges, Tag("<challenges>")]
    | Annotated[MinBytes, Tag("<min_bytes>")]
    | Annotated[Answers, Tag("<answers>")]
    | Annotated[Equals, Tag("<equals>")],
    first_of(VERBS),
]
