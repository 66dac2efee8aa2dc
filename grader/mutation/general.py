"""Mistakes that any program may have, as every library for mutation testing has them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutation.sight import called
from grader.mutation.spot import Operator, Spot

OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
AT_THE_EDGE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
}
SMALL = 1000
ALGORITHM = 2
"""Where encode takes the algorithm that has no name."""
FORGETTABLE = (ast.Assign, ast.AugAssign, ast.Delete, ast.Expr, ast.If, ast.Raise, ast.Return)
EXIT = ast.parse("raise SystemExit(1)").body[0]


def unreached(spot: Spot) -> Iterator[ast.AST]:
    """End everything where a statement stands: who passes all the same never gets there."""
    if isinstance(spot.node, ast.stmt) and not isinstance(
        spot.node, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    ):
        yield EXIT


def drop_argument(spot: Spot) -> Iterator[None]:
    """Leave out the last of a call's arguments that have no name."""
    if not isinstance(spot.parent, ast.Call) or spot.field != "args" or spot.index != len(spot.parent.args) - 1:
        return
    if spot.index < ALGORITHM or called(spot.parent) != "encode" or not spot.sight.only_default_algorithm:
        yield None


def drop_keyword(spot: Spot) -> Iterator[None]:
    """Leave a named argument out of a call."""
    if isinstance(spot.node, ast.keyword):
        signs = called(spot.parent).endswith("encode")
        if spot.node.arg != "algorithm" or not signs or not spot.sight.only_default_algorithm:
            yield None


def drop_element(spot: Spot) -> Iterator[None]:
    """Leave an element out of a list or a set."""
    if spot.is_in(ast.List, "elts") or spot.is_in(ast.Set, "elts"):
        yield None


def drop_decorator(spot: Spot) -> Iterator[None]:
    """Leave out a decorator."""
    if spot.field == "decorator_list":
        yield None


def change_number(spot: Spot) -> Iterator[ast.AST]:
    """Count one more, or in another unit."""
    match spot.node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool) and not spot.is_status:
            # A second more than half an hour is no mistake: what a token is for does not hang on it.
            yield ast.Constant(number + (1 if abs(number) < SMALL else number))
            yield ast.Constant(number * 60)
            yield ast.Constant(number * 1000)


def swap_operator(spot: Spot) -> Iterator[ast.AST]:
    """Take away instead of adding, divide instead of multiplying."""
    match spot.node:
        case ast.BinOp(left, operator, right) if type(operator) in ARITHMETIC:
            yield ast.BinOp(left, ARITHMETIC[type(operator)](), right)
        case ast.AugAssign(target, operator, value) if type(operator) in ARITHMETIC:
            yield ast.AugAssign(target, ARITHMETIC[type(operator)](), value)
        case ast.UnaryOp(ast.USub(), operand):
            yield operand


def flip_comparison(spot: Spot) -> Iterator[ast.AST]:
    """Ask for the opposite, or be one off."""
    if spot.is_in(ast.While, "test"):  # often never ends
        return
    match spot.node:
        case ast.Compare(left, [operator], comparators):
            yield ast.Compare(left, [OPPOSITES[type(operator)]()], comparators)
            if type(operator) in AT_THE_EDGE:
                yield ast.Compare(left, [AT_THE_EDGE[type(operator)]()], comparators)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand


def flip_condition(spot: Spot) -> Iterator[ast.AST]:
    """Take `or` for `and`, one side for both, true for false."""
    match spot.node:
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
            yield from values
        case ast.Constant(value=bool() as value):
            if not spot.is_in(ast.While, "test"):
                yield ast.Constant(not value)


def forget_result(spot: Spot) -> Iterator[ast.AST]:
    """Return nothing."""
    if isinstance(spot.node, ast.Return) and spot.node.value:
        yield ast.Return(ast.Constant(None))


def forget_value(spot: Spot) -> Iterator[ast.AST]:
    """Give a name no value."""
    if spot.is_in(ast.Assign, "value") or (spot.is_in(ast.AnnAssign, "value") and spot.node):
        yield ast.Constant(None)


def forget_statement(spot: Spot) -> Iterator[None]:
    """Leave a statement out."""
    match spot.node:
        case ast.Expr(value=ast.Constant()):  # a docstring, or `...`
            return
    if isinstance(spot.node, FORGETTABLE) and not isinstance(spot.parent, ast.While) and not _goes_without(spot):
        yield None


def forget_conversion(spot: Spot) -> Iterator[ast.AST]:
    """Take a value as it is."""
    match spot.node:
        case ast.Call(func=ast.Name("str"), args=[value], keywords=[]):
            yield value
        case ast.Call(func=ast.Attribute(value=value, attr="lower" | "strip" | "removeprefix" | "encode" | "decode")):
            if called(spot.node) not in ("encode", "decode") or not spot.node.args:
                yield value


def _goes_without(spot: Spot) -> bool:
    """Tell whether this is a `return` of nothing at the end of a block, from where most go on to the end anyway.

    Where they do not, the statement's probe and the mutants of what follows tell as much.
    """
    match spot.node:
        case ast.Return(value=None | ast.Constant(value=None)):
            block = getattr(spot.parent, spot.field)
            return spot.index == len(block) - 1 and (spot.field == "orelse" or spot.is_in(ast.FunctionDef, "body"))
    return False


GENERAL: tuple[Operator, ...] = (
    *(
        drop_argument,
        drop_keyword,
        drop_element,
        drop_decorator,
        change_number,
        swap_operator,
        flip_comparison,
        flip_condition,
    ),
    *(forget_result, forget_value, forget_statement, forget_conversion),
)
