"""The signatures of mistakes in an application, in their other guises: how it answers, and whom it lets in."""

from __future__ import annotations

import pytest
from evidence_builder import Failed, check, diagnosed
from made_tasks import LET_IN, PASTED, REFUSED, accepting, answered, asking, loading, signed

from grader.labels import Label
from grader.verbs import Check

NAME = check("answer.json.username", equals="alice")
SCHEME = check("answer.headers.www-authenticate", begins="Bearer")
FORM = {"username": "alice"}

ANSWERS: dict[str, tuple[Failed, Label, str]] = {
    "no_username": (asking(answered(200, {"sub": "alice"}), NAME), "response_shape", "it has no `username`."),
    "nothing_returned": (
        asking(answered(200, content_type="application/json"), NAME),
        "returns_none",
        "The function behind `GET /me` made no answer: it returned None.",
    ),
    "token_for_a_wrong_password": (
        asking(answered(200, {"token": PASTED}), REFUSED, form=FORM),
        "accepts_anyone",
        "Someone with a wrong password was given a token.",
    ),
    "token_within": (
        asking(answered(200, {"data": {"access_token": PASTED}}), REFUSED, form=FORM),
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


@pytest.mark.parametrize(
    ("module", "advice"),
    [("jose", "Use PyJWT"), ("passlib.context", "Use pwdlib"), ("fastapi.oauth2", "Names are exact"), ("PyJWT", "The")],
)
def test_advice_on_imports(module: str, advice: str) -> None:
    """What to do about an import that fails depends on what it is after."""
    given, checks = loading("ModuleNotFoundError", f"No module named '{module}'")
    (found,) = diagnosed(given, *checks)
    assert found.remedy.startswith(advice)
