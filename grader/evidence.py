"""What was observed: plain data, in which the words pass and fail never appear.

A reply comes out of the process that ran the student's code: it is the student's input, to be distrusted. It is
validated here once, strictly; what does not fit is no reply.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter
from pydantic_core import from_json

from grader.plan import Step

MAX_OBJECTS = 4_500
"""So many values, errors and calls may be told of one step: twice what a child tells of its result and its arguments,
and all notes. An honest reply has some ten; each takes a kilobyte of ours."""

Told = Literal["returned", "raised", "exited", "missing", "not_reached", "out_of_memory"]
"""How a step ended that was told of. `exited`: by sys.exit; `missing`: the file has no such name; `not_reached`:
the file did not load, or an earlier step ended the process."""

End = Literal[Told, "timed_out", "crashed", "output_limit", "refused", "not_given", "no_time_left"]
"""How any step ended. `refused`: what came back could not be taken; `not_given`: an earlier step did not give what
this one needs; `no_time_left`: all those before it had taken as long as a program may take."""

Short: TypeAlias = Annotated[str, StringConstraints(max_length=1000)]


Literals: TypeAlias = Annotated[tuple[Short, ...], Field(max_length=5_000)]
"""The texts that stand in a program."""

Line: TypeAlias = Annotated[int, Field(gt=-(2**63), lt=2**63)]


class Observed(BaseModel):
    """Frozen and strict: exactly these members, of exactly these types."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Value(Observed):
    """A value by its exact type's name; `data`, `items` or `pairs` hold it where it is plain and not too large.

    `size` is the length of a text, a list and the like; `text` describes what is not plain.
    """

    type: Short
    data: bool | int | float | Annotated[str, StringConstraints(max_length=70_000)] | None = None
    items: tuple[Value, ...] | None = None
    pairs: tuple[tuple[Value, Value], ...] | None = None
    size: Annotated[int, Field(ge=0, lt=2**63)] | None = None
    text: Short = ""


class Error(Observed):
    """An exception: its type's name, its message, and the last line of the student's own file that it passed."""

    type: Short
    message: Short
    line: Line | None = None


class Encoding(Observed):
    """One call of PyJWT's encode, the student's line that made it, and the token that it gave."""

    algorithm_named: bool
    line: Line | None = None
    token: Short = ""


class Reply(Observed):
    """What the process that ran the program tells of one step.

    A request that was answered has an error as well where the application raised it instead of answering. `refusals`
    are the errors of PyJWT's decode, whether the program caught them or not.
    """

    end: Told
    value: Value | None = None
    error: Error | None = None
    exit_code: int | None = None
    complaint: Short = ""
    names: tuple[Short, ...] = Field((), max_length=50)
    warnings: tuple[Error, ...] = Field((), max_length=50)
    encodings: tuple[Encoding, ...] = Field((), max_length=50)
    refusals: tuple[Error, ...] = Field((), max_length=50)
    arguments: tuple[Value, ...] = ()


def reply(frame: bytes) -> Reply:
    """Take a reply as it came; raises ValueError for what is none, or tells of too much."""
    if frame.count(b"{") > MAX_OBJECTS and _objects(from_json(frame)) > MAX_OBJECTS:
        raise ValueError(f"more than {MAX_OBJECTS} values")
    return Reply.model_validate_json(frame)


def literals(frame: bytes) -> Literals:
    """Take the texts that stand in a program as they came; raises ValueError for what is none."""
    return _LITERALS.validate_json(frame)


def _objects(data: object) -> int:
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return isinstance(data, dict) + sum(map(_objects, parts))


_LITERALS: TypeAdapter[Literals] = TypeAdapter(Literals)


@dataclass(frozen=True, slots=True)
class Observation:
    """A step and what came of it: how it ended, what the program printed meanwhile, and its reply if one came.

    Where that has loaded the file, `literals` are the texts in it, told before anything of it was run.
    """

    step: Step
    end: End
    output: str = ""
    reply: Reply | None = None
    literals: Literals = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that was observed of one program, in the order in which it was done."""

    file: str
    source: bytes
    observations: tuple[Observation, ...]


def observed(observations: Iterable[Observation]) -> dict[str, object]:
    """Give what each step gave, under the name by which a reference calls it: `@login`."""
    replies = [(observation.step.id, observation.reply) for observation in observations]
    return {f"@{name}": plain(reply.value) for name, reply in replies if reply and reply.value}


def item(value: Value | None, key: str) -> Value | None:
    """Give what a dict holds under a text key, None where there is no such thing."""
    pairs = value.pairs if value and value.pairs else ()
    return next((part for name, part in pairs if name.type == "str" and name.data == key), None)


def plain(value: Value) -> object:
    """Rebuild a value of the types that JSON has; any other stays the Value that it is, and equals nothing."""
    if value.type == "list" and value.items is not None:
        return [plain(part) for part in value.items]
    if value.pairs is not None and all(key.type == "str" for key, _ in value.pairs):
        return {str(key.data): plain(part) for key, part in value.pairs}
    return value.data if value.data is not None or value.type == "NoneType" else value


def told_in_full(value: Value) -> bool:
    """Tell whether a value, of the types that JSON has, was told with everything in it."""
    if value.items is not None:
        return all(map(told_in_full, value.items))
    if value.pairs is not None:
        return all(told_in_full(part) for pair in value.pairs for part in pair)
    return value.data is not None or value.type == "NoneType"


def value_of(data: Any) -> Value:  # noqa: ANN401 - any JSON value
    """Tell plain data, of the types that JSON has, as a value."""
    if isinstance(data, dict):
        pairs = tuple((value_of(key), value_of(part)) for key, part in data.items())
        return Value(type="dict", pairs=pairs, size=len(data))
    if isinstance(data, list):
        return Value(type="list", items=tuple(map(value_of, data)), size=len(data))
    if isinstance(data, str):
        return Value(type="str", data=data, size=len(data))
    return Value(type=type(data).__name__, data=data)
