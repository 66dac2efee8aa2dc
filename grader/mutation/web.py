"""Mistakes with FastAPI: status codes, methods, headers, dependencies, settings from outside, and stores of tokens."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutation.sight import called
from grader.mutation.spot import Operator, Spot
from grader.mutation.tokens import ANOTHER_KEY

OTHER_STATUS = {200: 201, 201: 200, 204: 200, 400: 422, 401: 403, 403: 401, 404: 400, 409: 400, 422: 400}
OTHER_METHOD = {"get": "post", "post": "get", "put": "post", "patch": "put", "delete": "post"}
DEPENDENCIES = {"Depends", "Security"}
ENVIRONMENT = {"os.environ", "environ"}


def change_status(spot: Spot) -> Iterator[ast.AST]:
    """Answer with another status."""
    if not spot.is_status:
        return
    match spot.node:
        case ast.Constant(value=int() as status):
            yield ast.Constant(OTHER_STATUS.get(status, 500))
        case ast.Attribute(attr=name) if name.startswith("HTTP_"):
            yield ast.Constant(OTHER_STATUS.get(int(name.split("_")[1]), 500))


def change_method(spot: Spot) -> Iterator[ast.AST]:
    """Serve another method of HTTP."""
    match spot.node:
        case ast.Call(func=ast.Attribute(value=app, attr=name)) if spot.field == "decorator_list":
            if name in OTHER_METHOD:
                yield ast.Call(ast.Attribute(app, OTHER_METHOD[name]), spot.node.args, spot.node.keywords)


def drop_dependency(spot: Spot) -> Iterator[ast.AST]:
    """Leave an endpoint open that was to depend on something."""
    if called(spot.node) in DEPENDENCIES:
        yield ast.Constant(None)


def fix_setting(spot: Spot) -> Iterator[ast.AST]:
    """Write into the program what was to come from its environment."""
    match spot.node:
        case ast.Subscript(value=source) if ast.unparse(source) in ENVIRONMENT:
            yield ast.Constant(ANOTHER_KEY)
        case ast.Call(func=function) if called(spot.node) == "getenv" or _reads_environment(function):
            yield ast.Constant(ANOTHER_KEY)


def keep_entry(spot: Spot) -> Iterator[ast.AST]:
    """Leave in a store what was to be taken out of it."""
    match spot.node:
        case ast.Call(func=ast.Attribute(value=store, attr="pop"), args=[key, *others]):
            yield ast.Call(ast.Attribute(store, "get"), [key, *others], [])


def catch_less(spot: Spot) -> Iterator[ast.AST]:
    """Expect one error where there are many."""
    match spot.node:
        case ast.Attribute(value=module, attr="InvalidTokenError" | "PyJWTError") if _is_caught(spot):
            yield ast.Attribute(module, "ExpiredSignatureError")


WEB: tuple[Operator, ...] = (*(change_status, change_method, drop_dependency, fix_setting, keep_entry, catch_less),)


def _reads_environment(function: ast.AST) -> bool:
    return isinstance(function, ast.Attribute) and function.attr == "get" and ast.unparse(function.value) in ENVIRONMENT


def _is_caught(spot: Spot) -> bool:
    return spot.is_in(ast.ExceptHandler, "type") or isinstance(spot.parent, ast.Tuple)
