"""What a check is about: an observation, and the value that its path leads to."""

from __future__ import annotations

from dataclasses import dataclass

from grader.evidence import Encoding, Observation, Value
from grader.judge import tokens

PRINTED = "stdout"


@dataclass(frozen=True)
class Subject:
    """The observation of a step, and the value at the path within it; None where the path leads nowhere."""

    observation: Observation
    value: Value | None
    path: str

    @property
    def token(self) -> tokens.Token | None:
        """The value as a token, if it is a text of that shape."""
        return tokens.read(self.value.data) if self.value else None

    @property
    def encodings(self) -> tuple[Encoding, ...]:
        """The step's calls of PyJWT's encode."""
        return self.observation.reply.encodings if self.observation.reply else ()

    @property
    def named(self) -> str:
        """What to call the value in a sentence: `create_token(...)`, `login(...)["access_token"]`, the output."""
        step = self.observation.step
        if self.path == PRINTED:
            return "the output"
        whole = {"call": f"{step.name}(...)", "read": f"`{step.name}`", "run": "the file"}[step.do]
        return whole + "".join(f'["{key}"]' for key in self.path.split(".") if key)


def subject(observation: Observation, path: str) -> Subject:
    """Follow a path like `access_token` into what the step gave; `stdout` is what it printed, its last newline cut."""
    if path == PRINTED:
        printed = observation.output.removesuffix("\n").removesuffix("\r")
        return Subject(observation, Value(type="str", data=printed, size=len(printed)), path)
    value = observation.reply.value if observation.reply else None
    for key in filter(None, path.split(".")):
        value = item(value, key)
    return Subject(observation, value, path)


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
