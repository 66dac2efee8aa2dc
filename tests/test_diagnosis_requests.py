"""The signatures of mistakes in an application, in their other guises: how it answers, and whom it lets in."""

from __future__ import annotations

import pytest
from evidence_builder import Failed, check, diagnosed, evidence
from made_tasks import LET_IN, PASTED, REFUSED, accepting, answered, asking, loading, signed

from grader.evidence import Error
from grader.labels import Label
from grader.verbs import Check

NAME = check("answer.json.username", equals="alice")
SCHEME = check("answer", challenges="Bearer")
FORM = {"username": "alice"}


def logging_in_by_form(answer: object, *wrong: str) -> Failed:
    """Give a task whose application answers a good login, and one that differs from it, alike."""
    good, other = (dict(zip(("username", "password"), each, strict=True)) for each in (("alice", "wonderland"), wrong))
    given = evidence(
        sends={"good": lambda _: {"form": good}, "wrong": lambda _: {"form": other}},
        good=answered(200, answer),
        wrong=answered(200, answer),
    )
    return given, (check("good", name="good", answers=200), check("wrong", name="refuses", answers=401))


ANSWERS: dict[str, tuple[Failed, Label, str]] = {
    "no_username": (asking(answered(200, {"sub": "alice"}), NAME), "response_shape", "it has no `username`."),
    "nothing_returned": (
        asking(answered(200, content_type="application/json"), NAME),
        "returns_none",
        "The function behind `GET /me` made no answer: it returned None.",
    ),
    "token_for_a_wrong_password": (
        logging_in_by_form({"token": PASTED}, "alice", "guess"),
        "accepts_anyone",
        "Someone with a wrong password was given a token.",
    ),
    "token_for_a_stranger": (
        logging_in_by_form({"token": PASTED}, "bob", "wonderland"),
        "accepts_anyone",
        "Someone with a user name that nobody knows was given a token.",
    ),
    "token_within": (
        logging_in_by_form({"data": {"access_token": PASTED}}, "alice", "guess"),
        "accepts_anyone",
        "Someone with a wrong password was given a token.",
    ),
    "error_with_status_200": (
        asking(answered(200, {"error": "no"}), REFUSED),
        "wrong_status",
        "is answered with 200 (OK) where 401 (Unauthorized) is due.",
    ),
    "other_success": (
        asking(answered(201, {"username": "alice"}), LET_IN),
        "wrong_status",
        "is answered with 201 (Created) where 200 (OK) is due.",
    ),
    "slash_at_the_end": (
        asking(answered(307, location="https://localhost/me/"), LET_IN),
        "wrong_path",
        "(Temporary Redirect): the application has no such path, or not for this method.",
    ),
    "other_word_than_bearer": (
        accepting(signed(), scheme="Token"),
        "bearer_prefix",
        "a token after the word Token is taken as well.",
    ),
    "none_is_allowed": (
        asking(answered(500, refused='jwt.exceptions.InvalidKeyError: When alg = "none"'), REFUSED, bearer=signed()),
        "trusts_header",
        "whose header names the algorithm none, and HS256 was agreed: whoever made the token has chosen.",
    ),
    "sub_of_another_type": (accepting(signed(sub=7)), "sub_not_checked", "is no text, so that it belongs to nobody."),
    "signature_not_looked_at_says_it_all": (
        accepting(signed("another", algorithm="HS512", exp=1)),
        "unverified_decode",
        "A token is accepted whose signature is not good, so anyone can write one for any user.",
    ),
    "whole_body_as_json": (
        asking(answered(422, {"detail": [{"loc": ["body"]}]}), LET_IN, form=FORM),
        "json_login",
        "JSON in the body.",
    ),
    "other_scheme_in_the_answer": (
        asking(answered(401, www_authenticate="Basic"), SCHEME),
        "no_www_authenticate",
        "but its header `WWW-Authenticate` says 'Basic'.",
    ),
}


BUGS: dict[str, tuple[str, str, str]] = {
    "own_key": ("KeyError", "'hash'", "there is no entry of this name; see under which name it was put in."),
    "own_name": (
        "NameError",
        "name 'pasword' is not defined",
        "Python does not know the name there; import it, or see how it is spelt elsewhere.",
    ),
    "anything_else": ("ZeroDivisionError", "division by zero", "look at what is given to it."),
}


@pytest.mark.parametrize(("kind", "message", "advice"), BUGS.values(), ids=BUGS)
def test_a_bug_at_a_good_request_is_told_by_its_line(kind: str, message: str, advice: str) -> None:
    """Where nothing is to be refused, nobody is sent to raise an HTTPException."""
    given, checks = asking(answered(500, error=Error(type=kind, message=message, line=3)), LET_IN)
    (found,) = diagnosed(given, *checks)
    begin = "The request is not to blame, so it is that line of your own that is to be put right: "
    assert (found.label, found.remedy) == ("uncaught_error", begin + advice)


def test_an_error_of_the_librarys_is_told_without_a_line() -> None:
    """Where no line of the student's raised it, none is spoken of."""
    given, checks = asking(answered(500, error=Error(type="ResponseValidationError", message="", line=None)), LET_IN)
    (found,) = diagnosed(given, *checks)
    assert found.remedy == (
        "The request is not to blame, and no line of yours raised the error: look at what your function takes and "
        "returns, and at the types that you gave for that."
    )


STATUSES: dict[str, tuple[int, int, str]] = {
    "401_for_200": (200, 401, "401 means that nobody is logged in. What is returned has the status 200: raise "),
    "401_for_400": (400, 401, "401 means that nobody is logged in. Answer with `status_code=401` there."),
    "403_for_401": (401, 403, "and that they may not do this. Answer with `status_code=403` there."),
    "418_for_401": (401, 418, "not at the text. Answer with `status_code=418` there."),
    "401_for_422": (422, 401, "FastAPI gives this answer by itself where a parameter finds nothing in the request: "),
    "200_for_201": (201, 200, "What is returned has the status 200 by itself, so leave `status_code` out where all"),
    "201_for_200": (200, 201, "Say so where the path is declared: `@app.post(..., status_code=201)`."),
}


@pytest.mark.parametrize(("status", "due", "advice"), STATUSES.values(), ids=STATUSES)
def test_what_gives_the_status_that_is_due(status: int, due: int, advice: str) -> None:
    """What to do depends on which status is due."""
    given, checks = asking(answered(status), check(answers=due))
    (found,) = diagnosed(given, *checks)
    assert found.label == "wrong_status"
    assert advice in found.remedy


DEFAULTS = "from fastapi.security import *\nbearer = OAuth2PasswordBearer(tokenUrl='t')\ndef me(token=bearer): ...\n"
NO_FIELD = "Invalid args for response field! Hint: check that <class 'fastapi.security.oauth2.{}'> is a valid Pydantic"
FORGOTTEN: dict[str, tuple[Failed, str]] = {
    "type": (
        loading("fastapi.exceptions.FastAPIError", NO_FIELD.format("OAuth2PasswordRequestForm")),
        "it has the type OAuth2PasswordRequestForm, and that is all (answer.py:3).",
    ),
    "called": (
        loading("TypeError", "OAuth2PasswordBearer.__call__() missing 1 required positional argument: 'request'"),
        "OAuth2PasswordBearer is called by hand, which FastAPI does by itself (answer.py:3).",
    ),
    "default": (
        asking(answered(401, refused="jwt.DecodeError: Invalid token type"), LET_IN, source=DEFAULTS, bearer=signed()),
        "`bearer` is the default of one as it is, and is never asked.",
    ),
}


@pytest.mark.parametrize(("case", "words"), FORGOTTEN.values(), ids=FORGOTTEN)
def test_a_forgotten_depends(case: Failed, words: str) -> None:
    """However it shows, it is told as one mistake, and for nothing else."""
    given, checks = case
    (found,) = diagnosed(given, *checks)
    assert (found.label, found.happened.partition("with what: ")[2]) == ("missing_depends", words)


OTHER_REASONS: dict[str, Failed] = {
    "token_sent_by_hand": asking(answered(200, {"username": "a"}), REFUSED, headers={"Authorization": "Bearer x"}),
    "no_such_thing": asking(answered(200, {"username": "alice"}), check(answers=404)),
    "good_password_of_one_locked_out": logging_in_by_form({"token": PASTED}, "alice", "wonderland"),
    "types_of_other_libraries": loading("fastapi.exceptions.FastAPIError", NO_FIELD.replace("fastapi.security", "sql")),
}


@pytest.mark.parametrize("case", OTHER_REASONS.values(), ids=OTHER_REASONS)
def test_what_is_refused_for_other_reasons_is_no_such_mistake(case: Failed) -> None:
    """Nobody is told that a door stands open, or that a password is wrong, where it is about something else."""
    given, checks = case
    assert diagnosed(given, *checks) == ()


@pytest.mark.parametrize(("case", "label", "words"), ANSWERS.values(), ids=ANSWERS)
def test_answers_to_requests(case: Failed, label: Label, words: str) -> None:
    """What an application answers is taken for one mistake, and said in words."""
    given, checks = case
    (found,) = diagnosed(given, *checks)
    assert found.label == label
    assert found.happened.endswith(words)


def test_link_fits_what_is_said() -> None:
    """Where a mistake is of a request, so is what there is to read about it."""
    given, checks = ANSWERS["no_username"][0]
    (found,) = diagnosed(given, *checks)
    assert found.link.startswith("https://fastapi.tiangolo.com/")


@pytest.mark.parametrize(
    ("status", "content", "due"),
    [(500, None, REFUSED), (422, {"detail": "no"}, LET_IN), (404, {"detail": "There is no such user"}, LET_IN)],
    ids=["error of which nothing is known", "refused in its own words", "found nobody"],
)
def test_answers_of_which_nothing_is_known(status: int, content: object, due: Check) -> None:
    """An answer that the program may have many reasons to give has no label."""
    given, checks = asking(answered(status, content), due, form=FORM)
    assert diagnosed(given, *checks) == ()


OF_PASSLIB = {
    "too_long": ("ValueError", "password cannot be longer than 72 bytes, truncate manually if necessary"),
    "no_backend": ("passlib.exc.MissingBackendError", "bcrypt: no backends available"),
}


@pytest.mark.parametrize(("kind", "message"), OF_PASSLIB.values(), ids=OF_PASSLIB)
def test_passlib_does_not_get_along_with_bcrypt(kind: str, message: str) -> None:
    """What passlib says of today's bcrypt is no mistake of the line that called it; without passlib it may be one."""
    answer = answered(500, error=Error(type=kind, message=message, line=2))
    given, checks = asking(answer, LET_IN, source="from passlib.hash import bcrypt\n...\n", form=FORM)
    (found,) = diagnosed(given, *checks)
    assert (found.label, found.remedy[:10]) == ("wrong_package", "Use pwdlib")
    assert found.happened == (
        "This imports from somewhere else (answer.py:1): `passlib` no longer works with the `bcrypt` of today."
    )
    given, checks = asking(answer, LET_IN, source="import bcrypt  # not from passlib\n...\n", form=FORM)
    (other,) = diagnosed(given, *checks)
    assert other.label == "uncaught_error"


def test_arguments_of_verify_in_the_wrong_order() -> None:
    """That pwdlib does not know a hash is mostly because it was given the password in its place."""
    error = Error(type="pwdlib.exceptions.UnknownHashError", message="This hash can't be identified.", line=1)
    given, checks = asking(answered(500, error=error), LET_IN, form=FORM)
    (found,) = diagnosed(given, *checks)
    assert found.remedy == (
        "The request is not to blame, so it is that line of your own that is to be put right: pwdlib's `verify` takes "
        "the password first and then the stored hash, and what came second is no hash that it knows."
    )


@pytest.mark.parametrize(
    ("module", "advice"),
    [("jose", "Use PyJWT"), ("passlib.context", "Use pwdlib"), ("fastapi.oauth2", "Names are exact"), ("PyJWT", "The")],
)
def test_advice_on_imports(module: str, advice: str) -> None:
    """What to do about an import that fails depends on what it is after."""
    given, checks = loading("ModuleNotFoundError", f"No module named '{module}'")
    (found,) = diagnosed(given, *checks)
    assert found.remedy.startswith(advice)
