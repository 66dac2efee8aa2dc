"""Mistakes with time: units, zones, and the moment at which it is asked for."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator

from grader.mutation.sight import called
from grader.mutation.spot import Operator, Spot

UNITS = {
    "minutes": ("seconds", "hours", "days"),
    "seconds": ("minutes", "milliseconds"),
    "hours": ("minutes", "days"),
    "days": ("minutes", "weeks"),
}
CLOCKS = {"now", "utcnow", "today"}
ASK_FOR_TIME = {*CLOCKS, "time", "time_ns", "gmtime", "localtime"}
OTHER_CLOCK = {
    "gmtime": "localtime",
    "localtime": "gmtime",
    "timegm": "mktime",
    "mktime": "timegm",
    "utcfromtimestamp": "fromtimestamp",
    "utctimetuple": "timetuple",
}
TAKES_FOR_LOCAL = {"timestamp", "astimezone", "mktime"}
LOADED = "_loaded"


def change_unit(spot: Spot) -> Iterator[ast.AST]:
    """Take minutes for seconds, hours or days, by the name of the argument."""
    match spot.node:
        case ast.keyword(arg=str() as unit, value=value) if called(spot.parent) == "timedelta":
            yield from (ast.keyword(other, value) for other in UNITS.get(unit, ()))


def forget_zone(spot: Spot) -> Iterator[ast.AST]:
    """Ask for local time, or for a time that does not know its zone."""
    match spot.node:
        case ast.Call(func=ast.Attribute(value=clock, attr=name), args=arguments) if name in CLOCKS:
            yield ast.Call(ast.Attribute(clock, "now"), [], [])
            if spot.sight.calls(TAKES_FOR_LOCAL):  # elsewhere, a time without a zone is taken for UTC, which it is
                yield ast.Call(ast.Attribute(clock, "utcnow"), [], [])
        case ast.Call(func=ast.Attribute(value=clock, attr="fromtimestamp"), args=[moment, *_]):
            yield ast.Call(ast.Attribute(clock, "fromtimestamp"), [moment], [])
        case ast.Call(func=ast.Attribute(value=clock, attr=name), args=arguments) if name in OTHER_CLOCK:
            yield ast.Call(ast.Attribute(clock, OTHER_CLOCK[name]), arguments, [])
        case ast.Call(func=ast.Attribute(value=moment, attr="replace" | "astimezone")):
            yield moment


def hoist_time(spot: Spot) -> Iterator[ast.AST]:
    """Ask for the time when the file is loaded, once: as a default argument, which is worked out then."""
    if isinstance(spot.node, ast.FunctionDef | ast.AsyncFunctionDef):
        for call in ast.walk(spot.node):
            if isinstance(call, ast.Call) and called(call) in ASK_FOR_TIME and spot.sight.sees(call):
                function = copy.deepcopy(spot.node)
                function.args.kwonlyargs.append(ast.arg(LOADED))
                function.args.kw_defaults.append(copy.deepcopy(call))
                yield _Renamed(ast.unparse(call)).visit(function)


TIMES: tuple[Operator, ...] = (change_unit, forget_zone, hoist_time)


class _Renamed(ast.NodeTransformer):
    """Puts the name of the time at loading in the place of every call that reads so."""

    def __init__(self, call: str) -> None:
        self.call = call

    def visit_Call(self, node: ast.Call) -> ast.AST:
        return ast.Name(LOADED) if ast.unparse(node) == self.call else self.generic_visit(node)

    def visit_arguments(self, node: ast.arguments) -> ast.AST:
        return node  # where the default stands
