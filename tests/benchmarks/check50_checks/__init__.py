"""The same checks for check50: one check that uses the student's file, and for each expectation one that depends on it.

check50 runs each in a process of its own, side by side where there are cores. `--target` picks those of one exercise.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import check50  # type: ignore[import-untyped,import-not-found,unused-ignore]  # without types, and in an extra
import jwt
from freezegun.api import FrozenDateTimeFactory

sys.path.append(str(Path(__file__).parents[1]))  # check50 loads this file alone

import observing
from observing import FIXED_SECRET, HMAC, LIFETIME, ROUNDS, TOLERANCE, Seen

AnyCheck = TypeVar("AnyCheck", bound=Callable[..., object])
check: Callable[..., Callable[[AnyCheck], AnyCheck]] = check50.check


def expect(holds: object, sentence: str) -> None:
    """Fail the check that calls this unless something holds."""
    if not holds:
        raise check50.Failure(sentence)


def use(exercise: Callable[[FrozenDateTimeFactory, Seen], None]) -> list[Seen]:
    """Take the student's file through all rounds; the check that calls this fails if the file raises anything."""
    try:
        return [observing.observe(exercise) for _ in ROUNDS]
    except Exception as error:
        raise check50.Failure(f"the file raised {type(error).__name__}: {error}") from error


def claims(token: object, secret: str, algorithms: list[str]) -> dict[str, Any]:
    """Verify a token and give its payload; the check that calls this fails if it does not verify."""
    try:
        return observing.claims(token, secret, algorithms)
    except (AssertionError, jwt.PyJWTError) as error:
        raise check50.Failure(f"the token does not verify: {error}") from error


def is_token(text: object) -> None:
    """Fail the check that calls this unless a text is a token."""
    try:
        jwt.decode_complete(text, options={"verify_signature": False})  # type: ignore[arg-type]  # the student's
    except jwt.PyJWTError as error:
        raise check50.Failure(f"this is not a token: {text!r}") from error


# The exercise purpose:


@check()
def purpose_answer() -> None:
    """The question of purpose is answered rightly."""
    expect(observing.answer("purpose") == "D", "the answer is another one")


@check()
def purpose() -> list[Seen]:
    """purpose.py can be used."""
    return use(observing.purpose)


@check(purpose)
def purpose_response(rounds: list[Seen]) -> None:
    """A good login is answered with a dict."""
    for seen in rounds:
        expect(type(seen.results["login"]) is dict, "expected a dict")


@check(purpose)
def purpose_token_type(rounds: list[Seen]) -> None:
    """The token's type is said to be bearer."""
    for seen in rounds:
        expect(_entry(seen, "token_type") == "bearer", 'expected "bearer"')


@check(purpose)
def purpose_verifies(rounds: list[Seen]) -> None:
    """The access token is signed with the secret."""
    for seen in rounds:
        claims(_entry(seen, "access_token"), seen.secret, HMAC)


@check(purpose)
def purpose_identifies(rounds: list[Seen]) -> None:
    """The payload says who the user is."""
    for seen in rounds:
        payload = claims(_entry(seen, "access_token"), seen.secret, HMAC)
        expect(observing.says(payload, "alice"), "expected a claim that is alice")


@check(purpose)
def purpose_hides_password(rounds: list[Seen]) -> None:
    """Neither the password nor the secret is in the payload, in no disguise."""
    for seen in rounds:
        payload = claims(_entry(seen, "access_token"), seen.secret, HMAC)
        expect(not observing.gives_away(payload, "wonderland", seen.secret), "the payload gives one of them away")


@check(purpose)
def purpose_refuses_wrong_password(rounds: list[Seen]) -> None:
    """A wrong password is refused."""
    for seen in rounds:
        expect(seen.results["wrong_password"] is None, "expected None")


@check(purpose)
def purpose_refuses_stranger(rounds: list[Seen]) -> None:
    """An unknown user is refused."""
    for seen in rounds:
        expect(seen.results["stranger"] is None, "expected None")


def _entry(seen: Seen, name: str) -> object:
    response = seen.results["login"]
    return response.get(name) if isinstance(response, dict) else None


# The exercise import_encode:


@check()
def import_encode_answer() -> None:
    """The question of import_encode is answered rightly."""
    expect(observing.answer("import_encode") == "C", "the answer is another one")


@check()
def import_encode() -> list[Seen]:
    """import_encode.py loads without an error."""
    return use(observing.import_encode)


@check(import_encode)
def import_encode_made_by_encode(rounds: list[Seen]) -> None:
    """PyJWT's encode is called."""
    for seen in rounds:
        expect(seen.encodings, "expected a call of encode")


@check(import_encode)
def import_encode_is_token(rounds: list[Seen]) -> None:
    """The variable holds a token."""
    for seen in rounds:
        is_token(seen.results["token"])


@check(import_encode)
def import_encode_verifies(rounds: list[Seen]) -> None:
    """The token is signed with the file's secret."""
    for seen in rounds:
        claims(seen.results["token"], FIXED_SECRET, HMAC)


@check(import_encode)
def import_encode_payload(rounds: list[Seen]) -> None:
    """The payload is exactly what is asked for."""
    for seen in rounds:
        payload = claims(seen.results["token"], FIXED_SECRET, HMAC)
        expect(repr(payload) == "{'user_id': 7}", "expected another payload")


# The exercise token_output:


@check()
def token_output_answer() -> None:
    """The question of token_output is answered rightly."""
    expect(observing.answer("token_output") == "A", "the answer is another one")


@check()
def token_output() -> list[Seen]:
    """token_output.py runs without an error."""
    return use(observing.token_output)


@check(token_output)
def token_output_prints_token(rounds: list[Seen]) -> None:
    """The script prints a token and nothing else."""
    for seen in rounds:
        is_token(seen.printed)


@check(token_output)
def token_output_made_by_encode(rounds: list[Seen]) -> None:
    """PyJWT's encode is called."""
    for seen in rounds:
        expect(seen.encodings, "expected a call of encode")


@check(token_output)
def token_output_verifies(rounds: list[Seen]) -> None:
    """The token is signed with the secret, using HS256."""
    for seen in rounds:
        script_claims(seen)


@check(token_output)
def token_output_payload(rounds: list[Seen]) -> None:
    """The payload is exactly what is asked for."""
    for seen in rounds:
        expect(repr(script_claims(seen)) == "{'user_id': 123}", "expected another payload")


def script_claims(seen: Seen) -> dict[str, Any]:
    """Verify what the script printed; the check that calls this fails if it does not verify."""
    try:
        return observing.script_claims(seen.printed)
    except jwt.PyJWTError as error:
        raise check50.Failure(f"the token does not verify: {error}") from error


# The exercise default_algorithm:


@check()
def default_algorithm_answer() -> None:
    """The question of default_algorithm is answered rightly."""
    expect(observing.answer("default_algorithm") == "B", "the answer is another one")


@check()
def default_algorithm() -> list[Seen]:
    """default_algorithm.py can be used."""
    return use(observing.default_algorithm)


@check(default_algorithm)
def default_algorithm_verifies(rounds: list[Seen]) -> None:
    """The token is signed with the secret, using HS256."""
    for seen in rounds:
        claims(seen.results["token"], seen.secret, ["HS256"])


@check(default_algorithm)
def default_algorithm_carries_user(rounds: list[Seen]) -> None:
    """The payload has the given user_id, as a number."""
    _carries_user(rounds)


@check(default_algorithm)
def default_algorithm_omits_algorithm(rounds: list[Seen]) -> None:
    """PyJWT's encode is called, and without an algorithm."""
    for seen in rounds:
        expect(seen.encodings and not any(seen.encodings), "expected a call of encode without an algorithm")


@check(default_algorithm)
def default_algorithm_reads_hs256(rounds: list[Seen]) -> None:
    """A token signed with HS256 is recognised."""
    _reads(rounds, "HS256")


@check(default_algorithm)
def default_algorithm_reads_hs384(rounds: list[Seen]) -> None:
    """A token signed with HS384 is recognised."""
    _reads(rounds, "HS384")


@check(default_algorithm)
def default_algorithm_reads_hs512(rounds: list[Seen]) -> None:
    """A token signed with HS512 is recognised."""
    _reads(rounds, "HS512")


def _reads(rounds: list[Seen], algorithm: str) -> None:
    for seen in rounds:
        expect(seen.results[algorithm] == algorithm, f"expected {algorithm}")


def _carries_user(rounds: list[Seen]) -> None:
    for seen in rounds:
        user_id = claims(seen.results["token"], seen.secret, ["HS256"]).get("user_id")
        expect(type(user_id) is int and user_id == seen.user_id, "expected the given user_id")


# The exercise utc_expiry:


@check()
def utc_expiry_answer() -> None:
    """The question of utc_expiry is answered rightly."""
    expect(observing.answer("utc_expiry") == "A", "the answer is another one")


@check()
def utc_expiry() -> list[Seen]:
    """utc_expiry.py can be used."""
    return use(observing.utc_expiry)


@check(utc_expiry)
def utc_expiry_verifies(rounds: list[Seen]) -> None:
    """The token is signed with the secret, using HS256."""
    for seen in rounds:
        claims(seen.results["token"], seen.secret, ["HS256"])


@check(utc_expiry)
def utc_expiry_carries_user(rounds: list[Seen]) -> None:
    """The payload has the given user_id, as a number."""
    _carries_user(rounds)


@check(utc_expiry)
def utc_expiry_expires(rounds: list[Seen]) -> None:
    """The token expires 30 minutes after the call."""
    for seen in rounds:
        exp: Any = claims(seen.results["token"], seen.secret, ["HS256"]).get("exp")
        expect(type(exp) in {int, float}, "expected exp to be a number")
        expect(abs(exp - (seen.now + LIFETIME)) <= TOLERANCE, "expected exp to be 30 minutes after the call")
