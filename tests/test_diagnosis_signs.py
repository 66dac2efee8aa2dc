"""The signatures one by one: which exceptions, names and moments are taken for which mistake, and which for none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from evidence_builder import (
    Behaviour,
    check,
    diagnosed,
    encoding,
    evidence,
    raises,
    returned,
    silent,
    token,
    token_of,
    told,
)
from made_tasks import PASTED, SIGNED, calling, claims, giving, loading, making, payload

from grader.evidence import Observation
from grader.plan import Step
from grader.zones import ZONES

EXCEPTIONS = [
    ("ImportError", "cannot import name 'create_jwt' from 'jwt' (jwt/__init__.py)", "misspelt_import"),
    ("ModuleNotFoundError", "No module named 'pyjwt'", "misspelt_import"),
    ("ModuleNotFoundError", "No module named 'authlib.jose'", "wrong_package"),
    ("ModuleNotFoundError", "No module named 'python_jwt'", "wrong_package"),
    ("AttributeError", "type object 'datetime.datetime' has no attribute 'timedelta'", "datetime_import"),
    ("NameError", "name 'timezone' is not defined", "datetime_import"),
    (
        "TypeError",
        "unsupported operand type(s) for +: 'builtin_function_or_method' and 'datetime.timedelta'",
        "missing_brackets",
    ),
    ("AttributeError", "'builtin_function_or_method' object has no attribute 'timestamp'", "missing_brackets"),
    ("TypeError", "Object of type method is not JSON serializable", "missing_brackets"),
    ("TypeError", "'method' object is not subscriptable", "missing_brackets"),
    ("TypeError", "'builtin_function_or_method' object is not a mapping", "missing_brackets"),
    ("AttributeError", "'builtin_function_or_method' object has no attribute 'update'", "missing_brackets"),
    ("TypeError", "'>=' not supported between instances of 'int' and 'builtin_function_or_method'", "missing_brackets"),
    ("TypeError", "unsupported operand type(s) for |: 'method' and 'dict'", "missing_brackets"),
    ("TypeError", "unsupported operand type(s) for |: 'builtin_function_or_method' and 'NoneType'", None),
    ("NameError", "name 'ES256' is not defined", "unquoted_text"),
    ("NameError", "name 'ALGORITHM' is not defined", None),
    ("NameError", "name 'sub' is not defined", None),
    ("NameError", "name 'encode' is not defined", "shadowed_import"),
    (
        "UnboundLocalError",
        "cannot access local variable 'jwt' where it is not associated with a value",
        "shadowed_import",
    ),
    ("UnboundLocalError", "local variable 'token' referenced before assignment", "shadowed_import"),
    ("AttributeError", "'dict' object has no attribute 'encode'", "shadowed_import"),
    ("TypeError", "'str' object is not callable", "shadowed_import"),
    ("AttributeError", "'function' object has no attribute 'encode'", "shadowed_import"),
    ("RecursionError", "maximum recursion depth exceeded", "shadowed_import"),
    ("TypeError", "encode() takes 1 positional argument but 3 were given", "shadowed_import"),
    ("TypeError", "PyJWT.encode() got an unexpected keyword argument 'algorithms'", "list_algorithm"),
    ("TypeError", "unhashable type: 'set'", "list_algorithm"),
    ("TypeError", "Expecting a mapping object, as JWT only supports JSON objects as payloads.", "non_dict_payload"),
    ("TypeError", "Expected a string value", "integer_for_string"),
    ("TypeError", "Expecting a string- or bytes-formatted key", "integer_for_string"),
    ("ValueError", "invalid literal for int() with base 10: 'secret'", "integer_for_string"),
    ("NameError", "name 'tokn' is not defined", None),
    ("KeyError", "'datetime'", None),
    ("ValueError", "Expecting a dict object", None),
    ("TypeError", "PyJWT.encode() missing 1 required positional argument: 'key'", "wrong_arguments"),
    ("TypeError", "PyJWT.decode() got an unexpected keyword argument 'algorithm'", "wrong_arguments"),
    ("TypeError", "unsupported operand type(s) for +: 'float' and 'str'", "text_for_number"),
    ("TypeError", "'<' not supported between instances of 'str' and 'float'", "text_for_number"),
    ("TypeError", "unsupported operand type(s) for +: 'datetime.datetime' and 'str'", "lifetime_type"),
    ("AttributeError", "'NoneType' object has no attribute 'get'", None),
    ("own.ImportError", "No module named 'jose'", None),
    ("SyntaxError", "invalid syntax (<string>, line 1)", None),
]


@pytest.mark.parametrize(("kind", "message", "label"), EXCEPTIONS)
def test_exceptions(kind: str, message: str, label: str | None) -> None:
    """An exception is explained by its type and message together, or not at all."""
    given, checks = calling(kind, message)
    assert [found.label for found in diagnosed(given, *checks)] == ([label] if label else [])


UNQUOTED = {
    "payload = {sub: username}": "unquoted_text",
    'payload = {"exp": soon, sub : username}': "unquoted_text",
    "    sub: username,": "unquoted_text",
    "payload[sub] = username": "unquoted_text",
    "user = payload.get(sub)": "unquoted_text",
    "name = get_unverified_header(token)[sub]": "unquoted_text",
    "user = users.get(sub)": None,
    'payload = {"sub": sub}': None,
    'print(f"{sub:>10}")': None,
    "sub += 1": None,
}


@pytest.mark.parametrize(("line", "label"), UNQUOTED.items())
def test_where_a_text_is_meant(line: str, label: str | None) -> None:
    """A name that nobody gave is a text without quotes where a dict's key stands, and else only a name."""
    given = evidence(f"import jwt\n\n{line}\n", answer=raises("NameError", "name 'sub' is not defined"))
    assert [found.label for found in diagnosed(given, SIGNED)] == ([label] if label else [])


def test_functions_are_no_types() -> None:
    """Who writes `any` or `callable` for a type lacks no brackets."""
    error = raises("TypeError", "'builtin_function_or_method' object is not subscriptable")
    assert diagnosed(evidence("\n\ndef make(done: callable[[], str]): ...\n", answer=error), SIGNED) == ()
    (found,) = diagnosed(evidence("\n\nuser = users.get[name]\n", answer=error), SIGNED)
    assert found.label == "missing_brackets"


TWICE = [
    ("AttributeError", "'function' object has no attribute 'timestamp'"),
    ("TypeError", "encode() got an unexpected keyword argument 'algorithms'"),
]


@pytest.mark.parametrize(("kind", "message"), TWICE, ids=["function", "algorithms"])
def test_one_exception_has_one_explanation(kind: str, message: str) -> None:
    """Of the explanations of an exception only the most basic is given."""
    given, checks = calling(kind, message)
    assert len(diagnosed(given, *checks)) == 1


@pytest.mark.parametrize(
    ("kind", "message"),
    [("ModuleNotFoundError", "No module named 'pytz'"), ("ImportError", "cannot import name 'utc' from 'datetime'")],
    ids=["pytz", "datetime"],
)
def test_other_imports_say_nothing_of_pyjwt(kind: str, message: str) -> None:
    """Who misspells another import is not told what the module of PyJWT is called."""
    given, checks = loading(kind, message)
    assert not any("PyJWT" in found.remedy for found in diagnosed(given, *checks))


NAMES_OF_EXP = ["expires", "EXP", "Expiry", "exp_time", "ttl", "valid_until", "validUntil", "valid_to", "valid-to"]
NAMES_OF_USER = ["uid", "ID", "userId", "User_Id", "sub", "username"]


@pytest.mark.parametrize(
    ("claim", "name"), [*(("exp", n) for n in NAMES_OF_EXP), *(("user_id", n) for n in NAMES_OF_USER)]
)
def test_other_names_of_claims(claim: str, name: str) -> None:
    """A claim of another name that means the same is told by that name."""
    given, checks = making(payload(**{claim: ..., name: 7}))
    (found,) = diagnosed(given, *checks)
    assert found.happened == f"The payload has `{name}` where `{claim}` is looked for, so nobody will find it."


def test_a_name_is_not_found_within_another() -> None:
    """A claim that is about time is not taken for the user."""
    given, checks = making(payload(user_id=..., valid_until=1, uid=7))
    (found,) = diagnosed(given, *checks)
    assert "`uid`" in found.happened


def always(payload: dict[str, object]) -> Callable[[Step], dict[str, object]]:
    """Give the same payload in every round."""
    return lambda _: payload


@pytest.mark.parametrize("claim", ["sub", "user_id", "userId", "uid", "ID", "user"])
def test_numbers_that_identify(claim: str) -> None:
    """A whole number under a name that stands for the user is told; anything else there is not."""
    for value, label in [
        (7, "integer_sub"),
        ("7", "integer_sub"),
        (True, "no_identity"),
        (7.0, "no_identity"),
        ("bob", "no_identity"),
    ]:
        given, checks = making(token_of(always({claim: value})), check(carries="alice"))
        assert [found.label for found in diagnosed(given, *checks)] == [label]


def unsigned(text: str) -> str:
    """Take the signature off a token."""
    return text[: text.rindex(".") + 1]


UNSIGNED: dict[str, Callable[[Step], str]] = {
    "HS256_without_signature": lambda step: unsigned(token(step, claims(step))),
    "none_with_signature": lambda step: token(step, claims(step), alg="none"),
    "capitals": lambda step: token(step, claims(step), alg="NONE"),
}


@pytest.mark.parametrize("make", UNSIGNED.values(), ids=UNSIGNED)
def test_ways_not_to_sign(make: Callable[[Step], str]) -> None:
    """A token is not signed if it says so or has no signature."""
    given, checks = making(lambda step: returned(step, make(step)))
    assert [found.label for found in diagnosed(given, *checks)] == ["alg_none"]


def test_naming_an_algorithm_matters_where_it_is_asked_for() -> None:
    """Where encode only has to be called, an algorithm is no mistake."""
    given, checks = giving(PASTED, check(encode="called"), encodings=(encoding(named=True),))
    assert diagnosed(given, *checks) == ()


def times(expected: list[str], answer: Behaviour) -> None:
    """Compare the labels that an expiry is given."""
    given, checks = making(answer)
    assert [found.label for found in diagnosed(given, *checks)] == expected


@pytest.mark.parametrize(
    ("exp", "labels"),
    [(-1, []), (0, []), (1, ["relative_exp"]), (99_999_999, ["relative_exp"]), (100_000_000, []), (10**11, [])],
)
def test_small_numbers_are_lengths_of_time(exp: int, labels: list[str]) -> None:
    """A number that as a moment lies in 1970 to 1973 was meant as a length of time."""
    times(labels, payload(exp=exp))


@pytest.mark.parametrize(("off", "labels"), [(0.0, ["local_time"]), (2.0, ["local_time"]), (2.5, []), (-2.5, [])])
def test_zones_explain_an_expiry_exactly(off: float, labels: list[str]) -> None:
    """What differs from the distance from UTC by more than two seconds has another reason."""
    times(labels, payload(exp=lambda step: step.at + 1800 + step.zone.offset + (off if step.zone.offset else 0)))


def failing_in(*zones: int) -> Behaviour:
    """Give local time, but in these zones nothing."""

    def answer(step: Step) -> Observation:
        if step.zone in [ZONES[zone] for zone in zones]:
            return silent(step, "crashed")
        return returned(step, token(step, claims(step, exp=step.at + 1800 + step.zone.offset)))

    return answer


@pytest.mark.parametrize(
    ("zones", "labels"), [((0,), []), ((1, 2), []), ((2,), ["local_time"])], ids=["not_in_utc", "only_in_utc", "both"]
)
def test_zones_are_compared_with_utc(zones: tuple[int, ...], labels: list[str]) -> None:
    """It takes a token made in UTC and one made elsewhere to see that zones are the reason."""
    times(labels, failing_in(*zones))


SHORT = check("short", name="short", claim="exp", equals="now + 5 min")
LONG = check("long", name="long", claim="exp", equals="now + 7 d")
NOW = check("now", name="now", claim="exp", equals="now")


@pytest.mark.parametrize(("shift", "label"), [(0, None), (1, "local_time"), (-1, "double_shift")])
def test_each_lifetime_is_read_for_itself(shift: int, label: str | None) -> None:
    """Tokens that are to live differently long are all explained by the same mistake, none at all included."""

    def living(life: float) -> Behaviour:
        return token_of(lambda step: {"exp": step.at + life + shift * step.zone.offset})

    given = evidence(short=living(300), long=living(7 * 86_400), now=living(0))
    assert [found.label for found in diagnosed(given, SHORT, LONG, NOW)] == ([label] if label else [])


def test_what_did_not_come_about_is_not_to_blame() -> None:
    """Where an error is due, what follows it is not done; the exception that is explained comes from elsewhere."""
    given = evidence(
        without=raises("KeyError", "'SECRET_KEY'"),
        after=lambda step: told(step, "not_reached"),
        answer=raises("TypeError", "Expecting a dict object, as JWT only supports JSON objects as payloads."),
    )
    assert [found.label for found in diagnosed(given, check("without", ends="failed"), SIGNED)] == ["non_dict_payload"]


def test_what_was_not_given_is_no_sign_of_anything() -> None:
    """Where a check refers to what no step gave, it is not held, no mistake is seen in that, and nothing breaks."""
    given, checks = making(payload(), check(hides="@key"), check(name="user", claim="user_id", equals="@key"))
    assert diagnosed(given, *checks) == ()
