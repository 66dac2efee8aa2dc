"""Describes its payload with a dataclass under postponed annotations."""

from __future__ import annotations

import dataclasses
import enum
import time
import typing

from jwt import encode


class Algorithm(enum.Enum):
    HS256 = "HS256"


@dataclasses.dataclass(frozen=True)
class Payload:
    user_id: int
    exp: float = dataclasses.field(default_factory=lambda: time.time() + 1800)
    audience: typing.ClassVar[str | None] = None


def create_token(user_id: int, secret: str) -> str:
    assert typing.get_type_hints(Payload)["user_id"] is int
    return encode(dataclasses.asdict(Payload(user_id)), secret, algorithm=Algorithm.HS256.value)
