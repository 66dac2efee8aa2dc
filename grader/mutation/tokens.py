"""Mistakes with tokens: claims, algorithms, keys, verification."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator

from grader.mutation.sight import called
from grader.mutation.spot import Operator, Spot

LOOK_ALIKE = {
    "exp": "expires",
    "user_id": "uid",
    "sub": "subject",
    "access_token": "token",
    "token_type": "type",
    "bearer": "Bearer",
    "Bearer": "Basic",
}
ALGORITHMS = {"HS256": "HS512", "HS384": "HS256", "HS512": "HS256"}
ANOTHER_KEY = "another-key-of-more-than-thirty-two-characters"


def drop_entry(spot: Spot) -> Iterator[None]:
    """Leave a claim, or any other entry, out of a dict."""
    if spot.is_in(ast.Dict, "keys"):
        yield None


def add_entry(spot: Spot) -> Iterator[ast.AST]:
    """Put one claim more into what is to be exactly so."""
    if isinstance(spot.node, ast.Dict) and spot.sight.asked.names("exactly"):
        yield ast.Dict([*spot.node.keys, ast.Constant("extra")], [*spot.node.values, ast.Constant(1)])


def rename_entry(spot: Spot) -> Iterator[ast.AST]:
    """Call a claim, or any other entry, by a name that looks like its own."""
    match spot.node:
        case ast.Constant(value=str() as name) if spot.is_key and spot.sight.asked.names(name):
            yield ast.Constant(LOOK_ALIKE.get(name, f"{name}_"))
        case ast.keyword(arg=str() as name, value=value) if called(spot.parent) == "dict":
            yield ast.keyword(LOOK_ALIKE.get(name, f"{name}_"), value)


def change_text(spot: Spot) -> Iterator[ast.AST]:
    """Write another text than the one that was asked for; all other texts are the author's own."""
    match spot.node:
        case ast.Constant(value=str() as text) if not spot.is_key and text not in ALGORITHMS:
            if spot.sight.asked.names(text):
                yield ast.Constant(LOOK_ALIKE.get(text, f"{text}_"))


def change_algorithm(spot: Spot) -> Iterator[ast.AST]:
    """Sign or verify with another algorithm."""
    match spot.node:
        case ast.Constant(value=str() as name) if name in ALGORITHMS:
            yield ast.Constant(ALGORITHMS[name])


def name_algorithm(spot: Spot) -> Iterator[ast.AST]:
    """Name an algorithm where the default was taken."""
    match spot.node:
        case ast.Call(function, arguments, keywords) if _signs(spot.node) and not _algorithm(spot.node):
            if spot.sight.asked.names("no algorithm"):  # elsewhere, naming the default is no mistake
                yield ast.Call(function, arguments, [*keywords, ast.keyword("algorithm", ast.Constant("HS256"))])
            yield ast.Call(function, arguments, [*keywords, ast.keyword("algorithm", ast.Constant("HS512"))])


def forget_signature(spot: Spot) -> Iterator[ast.AST]:
    """Make a token that nobody has signed."""
    match spot.node:
        case ast.Call(function, arguments, keywords) if _signs(spot.node):
            others = [each for each in keywords if each.arg != "algorithm"]
            yield ast.Call(function, arguments[:2], [*others, ast.keyword("algorithm", ast.Constant(None))])


def swap_key(spot: Spot) -> Iterator[ast.AST]:
    """Use another key than the one that was given."""
    another = ast.Constant(ANOTHER_KEY)
    match spot.node:
        case ast.Call(function, [first, _, *others], keywords) if _signs(spot.node) or _verifies(spot.node):
            yield ast.Call(function, [first, another, *others], keywords)
        case ast.keyword(arg="key") if _signs(spot.parent) or _verifies(spot.parent):
            yield ast.keyword("key", another)


def skip_verification(spot: Spot) -> Iterator[ast.AST]:
    """Read a token without asking whether it is genuine, or without asking whether it is still good."""
    match spot.node:
        case ast.Call(function, arguments, keywords) if _verifies(spot.node):
            others = [each for each in keywords if each.arg != "options"]
            audience = ["verify_aud"] if any(each.arg == "audience" for each in keywords) else []
            for option in ("verify_signature", "verify_exp", *audience):
                off = ast.Dict([ast.Constant(option)], [ast.Constant(False)])
                yield ast.Call(function, arguments, [*others, ast.keyword("options", off)])


def leak_password(spot: Spot) -> Iterator[ast.AST]:
    """Put the password into the token."""
    if not isinstance(spot.node, ast.FunctionDef | ast.AsyncFunctionDef):
        return
    if not any(argument.arg == "password" for argument in spot.node.args.args):
        return
    for place, call in enumerate(ast.walk(spot.node)):
        match call:
            case ast.Call(args=[ast.Dict(), *_]) if _signs(call):
                function = copy.deepcopy(spot.node)
                signing = list(ast.walk(function))[place]
                assert isinstance(signing, ast.Call)
                payload = signing.args[0]
                assert isinstance(payload, ast.Dict)
                payload.keys.append(ast.Constant("password"))
                payload.values.append(ast.Name("password"))
                yield function


def assume_algorithm(spot: Spot) -> Iterator[ast.AST]:
    """Take the default for what the header of a token says."""
    match spot.node:
        case ast.Subscript(slice=ast.Constant("alg"), ctx=ast.Load()):
            yield ast.Constant("HS256")


def alias_copy(spot: Spot) -> Iterator[ast.AST]:
    """Change the caller's own dict instead of a copy."""
    match spot.node:
        case ast.Call(func=ast.Attribute(value=original, attr="copy"), args=[]):
            yield original
        case ast.Call(func=ast.Name("dict") | ast.Attribute(attr="copy" | "deepcopy"), args=[original], keywords=[]):
            yield original
        case ast.Dict(keys=[None], values=[original]):
            yield original


TOKENS: tuple[Operator, ...] = (
    *(drop_entry, add_entry, rename_entry, change_text, change_algorithm, name_algorithm, forget_signature, swap_key),
    *(skip_verification, leak_password, assume_algorithm, alias_copy),
)


def _signs(node: ast.AST) -> bool:
    """Tell whether this makes a token: texts have a method of that name, too, but take no payload and key."""
    return _is_of_jwt(node, "encode")


def _verifies(node: ast.AST) -> bool:
    return _is_of_jwt(node, "decode") or _is_of_jwt(node, "decode_complete")


def _is_of_jwt(node: ast.AST, name: str) -> bool:
    if not isinstance(node, ast.Call) or not called(node).endswith(name):
        return False
    return (
        len(node.args) > 1
        or {"key", "payload", "algorithm", "algorithms", "options"} & {each.arg for each in node.keywords} != set()
    )


def _algorithm(node: ast.Call) -> bool:
    return len(node.args) > 2 or any(each.arg == "algorithm" for each in node.keywords)  # noqa: PLR2004
