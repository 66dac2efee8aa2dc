"""What a check is about: an observation, and the value that its path leads to."""

from __future__ import annotations

from dataclasses import dataclass, field

from grader import tokens
from grader.evidence import Encoding, Observation, Value, item, value_of
from grader.values import TOKEN_PARTS, Bindings

PRINTED = "stdout"
LITERALS = "literals"
PARTS = {"json": "JSON"}
WHOLE = {"call": "{}(...)", "read": "`{}`", "run": "the file", "request": "the answer to `{}`"}


@dataclass(frozen=True)
class Subject:
    """The observation of a step, and the value at the path within it; None where the path leads nowhere.

    `bindings`: what `$names` stand for in this round, and what all its steps gave.
    """

    observation: Observation
    value: Value | None
    path: str
    bindings: Bindings = field(repr=False, default_factory=dict)

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
        step, keys = self.observation.step, self.path.split(".") if self.path else []
        if step.do == "run" and keys:
            return {PRINTED: "the output", LITERALS: "the texts in the file"}.get(keys[0], "the file")
        if step.do == "request" and keys:
            part, *keys = keys
            if part == "headers" and keys:
                return f"the header `{keys[0].title().replace('Www', 'WWW')}` of the answer to `{step.name}`"
            whole = WHOLE["request"].format(step.name)
            if not keys:
                return f"the {PARTS.get(part, part)} of {whole}"
            return f"`{keys[0]}` in {whole}" if len(keys) == 1 else _keyed(whole, keys)
        return _keyed(WHOLE[step.do].format(step.name), keys)


def subject(observation: Observation, path: str, bindings: Bindings | None = None) -> Subject:
    """Follow a path like `access_token` into what the step gave, and into the `header` or the `payload` of a token.

    Of the loading of the file, `stdout` is what it printed, its last newline cut, and `literals` its texts.
    """
    known = observation.step.bindings if bindings is None else bindings
    reply = observation.reply
    if path == PRINTED:
        printed = observation.output.removesuffix("\n").removesuffix("\r")
        return Subject(observation, value_of(printed), path, known)
    if path == LITERALS:
        return Subject(observation, value_of(list(observation.literals)), path, known)
    value = reply.value if reply else None
    for key in filter(None, path.split(".")):
        value = _inside(value, key)
    return Subject(observation, value, path, known)


def _inside(value: Value | None, key: str) -> Value | None:
    token = tokens.read(value.data) if value and key in TOKEN_PARTS else None
    return value_of(getattr(token, key)) if token else item(value, key)


def _keyed(whole: str, keys: list[str]) -> str:
    """Name a part: `login(...)["access_token"]`, and the claim `jti` of it where it is a token's."""
    for index, key in enumerate(keys[:-1]):
        if key in TOKEN_PARTS:
            kind = "claim" if key == "payload" else "header member"
            return f"the {kind} `{keys[index + 1]}` of {_keyed(whole, keys[:index])}"
    return whole + "".join(f'["{key}"]' for key in keys)
