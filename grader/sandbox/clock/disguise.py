"""Classes that pass for those of the datetime module, and ask the frozen clock."""

from __future__ import annotations

import datetime as dt
from abc import ABCMeta
from typing import TYPE_CHECKING, Any, TypeVar

from freezegun import api

from grader.sandbox.clock.instant import seconds

if TYPE_CHECKING:
    from typing_extensions import Self

_Moment = TypeVar("_Moment", bound=dt.datetime)


class Disguise(ABCMeta):
    """The type of classes that pass for their base, a class of the datetime module, and of the classes made of those.

    It is an ABCMeta, so that a student's class may still have an abstract base class beside `datetime`.
    """

    def __new__(
        cls, name: str, bases: tuple[type, ...], body: dict[str, Any], *, disguised: bool = False, **options: object
    ) -> Disguise:
        if disguised:
            real = bases[0]
            body |= {"__module__": real.__module__, "__qualname__": real.__qualname__, "__doc__": real.__doc__}
            body["__slots__"] = ()
            for key, member in body.items():
                if callable(function := getattr(member, "__func__", member)):
                    function.__qualname__ = f"{real.__qualname__}.{key}"  # which messages about its arguments show
            # Other messages and repr() show the name that a class is made with, which for C's own is the full one.
            name = f"{real.__module__}.{real.__qualname__}"
        return super().__new__(cls, name, bases, body, **options)

    @property
    def __name__(cls) -> str:  # type: ignore[override]  # typeshed has an attribute, CPython a property
        return super().__name__.rpartition(".")[2]

    def __subclasscheck__(cls, other: type) -> bool:
        # What was bound before the freeze makes instances of the real class, which is the base of the disguised one.
        return issubclass(other, cls.__bases__) if cls.__module__ == "datetime" else super().__subclasscheck__(other)


class Date(dt.date, metaclass=Disguise, disguised=True):
    """Passes for `date`, of which it has the docstring, too."""

    def __conform__(self, _: object) -> str:
        return self.isoformat()  # to sqlite3, which knows the real class by its identity

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: object) -> object:
        from pydantic_core import core_schema  # noqa: PLC0415 - who asks has it, others need not

        return core_schema.date_schema()  # pydantic, too, knows the real class by its identity


class Datetime(dt.datetime, metaclass=Disguise, disguised=True):
    """Passes for `datetime`."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Self:
        return cls.fromtimestamp(seconds(), tz)

    @classmethod
    def utcnow(cls) -> Self:
        return cls.fromtimestamp(seconds(), dt.timezone.utc).replace(tzinfo=None)

    @classmethod
    def fromtimestamp(cls, timestamp: float, tz: dt.tzinfo | None = None) -> Self:
        return _with_fold(super().fromtimestamp(timestamp, tz), api.real_datetime.fromtimestamp(timestamp, tz))

    @classmethod
    def combine(cls, date: dt.date, time: dt.time, *args: dt.tzinfo | None, **options: dt.tzinfo | None) -> Self:
        return _with_fold(super().combine(date, time, *args, **options), time)

    def date(self) -> dt.date:
        return dt.date(self.year, self.month, self.day)

    def __conform__(self, _: object) -> str:
        return self.isoformat(" ")

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: object) -> object:
        from pydantic_core import core_schema  # noqa: PLC0415 - as above

        return core_schema.datetime_schema()


def _with_fold(moment: _Moment, source: dt.datetime | dt.time) -> _Moment:
    # Up to Python 3.12 a subclass lost it, as a student's own goes on to do.
    return moment.replace(fold=source.fold) if type(moment) is dt.datetime else moment


def reduce_real(moment: dt.date) -> tuple[Any, ...]:
    """Tell pickle how to make a moment again: it would look the real class up by its name, and find a disguised one."""
    return getattr(dt, type(moment).__name__), *moment.__reduce_ex__(4)[1:]
