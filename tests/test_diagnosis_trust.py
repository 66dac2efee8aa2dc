"""Signs of misplaced trust told apart from their neighbours, in their other guises, and where there are none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from evidence_builder import Behaviour, Failed, check, diagnosed, evidence, gives, raises, returned, token, token_of
from made_pairs import FOREIGN, OTHER_KEY, PUBLIC, private_pem
from made_tasks import PASTED, making, payload
from made_trust import answering, reading

from grader.evidence import Error, Observation
from grader.plan import Step

NO_HMAC = "The specified key is an asymmetric key or x509 certificate and should not be used as an HMAC secret."
BAD_AUDIENCE = raises("jwt.exceptions.InvalidAudienceError", "Invalid audience")
ES256 = check(token={"secret": PUBLIC, "algorithms": ["ES256"]})
NEW_TOKEN = check("refreshed.json.refresh_token", differs="@login.json.refresh_token")
SHORT = check("answer.payload.jti", name="long_jti", min_bytes=16)
OWN_TOKEN = check("other_login.json.refresh_token", differs="@login.json.refresh_token")
BOTH = (200, {"refresh_token": PASTED})


def ignoring(value: object, sub: str = "bob") -> Behaviour:
    """Give this although decode refuses the token, which is of this user."""
    said = Error(type="jwt.exceptions.InvalidSignatureError", message="Signature verification failed", line=3)

    def behave(step: Step) -> Observation:
        given = replace(step, args=(token(step, {"sub": sub}, "another"),))
        return returned(given, value, refusals=(said,))

    return behave


ONE_LABEL: dict[str, tuple[Failed, str, str]] = {
    "moment_of_issue_in_local_time": (
        making(payload(iat=lambda step: int(step.at) + step.zone.offset), check(claim="iat", equals="now")),
        "local_time",
        (
            "Where clocks are 5 h 37 min ahead of UTC, `iat` lies 5 h 37 min too late: exactly the server's distance "
            "from UTC. Local time was taken for UTC."
        ),
    ),
    "moment_of_issue_shifted_twice": (
        making(payload(iat=lambda step: int(step.at) - step.zone.offset), check(claim="iat", equals="now")),
        "double_shift",
        (
            "Where clocks are 5 h 37 min ahead of UTC, `iat` lies 5 h 37 min too early: exactly the server's distance "
            "from UTC. A UTC time without a zone was taken for local time and moved to UTC once more."
        ),
    ),
    "moment_of_issue_as_a_text": (
        making(payload(iat="2031-03-04"), check(claim="iat", equals="now")),
        "string_exp",
        "`iat` is a text; encode takes it without a word, but decode refuses the token.",
    ),
    "subject_by_number": (
        making(payload(sub=1), check(claim="sub", equals="alice")),
        "integer_sub",
        "The claim `sub` identifies the user by a number, not by the name that logged in.",
    ),
    "issuer_under_another_name": (
        making(payload(issuer="x"), check(claim="iss", equals="x")),
        "wrong_claim_name",
        "The payload has `issuer` where `iss` is looked for, so nobody will find it.",
    ),
    "id_that_a_path_leads_to": (
        (evidence(answer=token_of(lambda _: {"sub": "alice"})), (check("answer.payload.jti", is_="str"),)),
        "missing_claim",
        "The payload lacks `jti`.",
    ),
    "id_that_begins_anew": (
        (
            evidence(one=token_of(lambda _: {"jti": "1"}), other=token_of(lambda _: {"jti": "1"})),
            (check("other.payload.jti", name="unique_after_restart", differs="@one.payload.jti"),),
        ),
        "fixed_jti",
        "A new token has the same `jti` as one from before the restart, so that the one cannot be told from the other.",
    ),
    "id_of_few_characters": (
        (evidence(answer=token_of(lambda step: {"jti": f"{step.at:.0f}"[-3:]})), (SHORT,)),
        "fixed_jti",
        (
            "A `jti` of so few characters comes a second time sooner or later, so that the one cannot be told from the "
            "other."
        ),
    ),
    "refresh_token_of_another_login": (
        answering(OWN_TOKEN, login=BOTH, other_login=BOTH),
        "fixed_jti",
        (
            "Two logins of the same user, at the same moment, were given the same refresh token, so that the one "
            "cannot be told from the other."
        ),
    ),
    "no_new_refresh_token": (
        answering(NEW_TOKEN, login=BOTH, refreshed=(200, {"access_token": PASTED})),
        "refresh_not_rotated",
        "`POST /refresh` gives back no refresh token, so nothing takes the place of the one that was sent.",
    ),
    "old_refresh_token_again": (
        answering(NEW_TOKEN, check("reused", name="reuse", answers=401), login=BOTH, refreshed=BOTH, reused=200),
        "refresh_not_rotated",
        "`POST /refresh` gives back the same refresh token again, so nothing takes the place of the one that was sent.",
    ),
    "audience_asked_for_by_an_error": (
        reading(BAD_AUDIENCE, other_audience=BAD_AUDIENCE, no_audience=None),
        "audience_not_given",
        "decode refuses every token that has an `aud`, because it was not told which audience it is.",
    ),
    "no_issuer_at_all": (
        reading(other_issuer=None, no_issuer="bob"),
        "issuer_not_checked",
        "A token with no issuer at all was accepted: anyone who has the secret might have made it.",
    ),
    "part_of_an_audience": (
        reading(similar_audience="bob", listed_elsewhere="bob", part_of_audience=None),
        "audience_not_checked",
        (
            "A token with an audience that only looks like the right one or a list of other audiences was accepted, "
            "although it is not meant for you."
        ),
    ),
    "part_of_an_issuer": (
        reading(part_of_issuer="bob"),
        "issuer_not_checked",
        (
            "A token with an issuer that only looks like the right one was accepted: anyone who has the secret might "
            "have made it."
        ),
    ),
    "another_algorithm_with_the_secret": (
        reading(hs384=None, hs512="bob"),
        "trusts_header",
        (
            "A token is not refused outright whose header names the algorithm HS512, and HS256 was agreed: whoever "
            "made the token has chosen."
        ),
    ),
    "one_claim": (
        reading(no_jti="bob", no_exp=None),
        "claims_not_required",
        "A token without `jti` was accepted: what is missing is not checked.",
    ),
    "too_early": (reading(early="bob"), "time_not_checked", "A token that is not valid yet was accepted."),
    "nothing_is_checked": (
        reading(other_key="bob", expired="bob", other_audience="bob", other_issuer="bob", no_jti="bob"),
        "unverified_decode",
        "A token is accepted whose signature is not good, so anyone can write one for any user.",
    ),
    "refused_by_decode_alone": (
        reading(other_key=ignoring({}), expired=ignoring({}, sub="carol")),
        "refusal_ignored",
        (
            "decode refused a token (Signature verification failed), and `read_token(...)` gives something other than "
            "None all the same."
        ),
    ),
    "read_after_it_was_refused": (
        reading(other_key=ignoring("bob"), expired=ignoring("bob")),
        "unverified_decode",
        "A token is accepted whose signature is not good, so anyone can write one for any user.",
    ),
    "error_of_the_application": (
        answering(
            check("me", answers=200),
            check("me_garbage", name="refuses", answers=401),
            me=200,
            me_garbage=(500, None, "KeyError"),
        ),
        "uncaught_error",
        (
            "`POST /me` was answered with 500 (Internal Server Error), because an error was raised and nobody caught "
            "it (answer.py:3: KeyError)."
        ),
    ),
    "key_as_a_secret_and_every_error_caught": (
        reading(
            "alice",
            check("public_as_secret", name="for_its_algorithm", decode="algorithm_refused"),
            public_as_secret=gives(None, refusals=(Error(type="InvalidKeyError", message="an HMAC secret"),)),
        ),
        "key_confusion",
        (
            "A token that was signed with the text of a key as if it were a secret, using HS256, got as far as PyJWT's "
            "last guard, which raised an error."
        ),
    ),
    "key_as_a_secret": (
        reading(public_as_secret="bob"),  # noqa: S106 - the id of a step
        "key_confusion",
        "A token that was signed with the text of a key as if it were a secret, using HS256, was accepted.",
    ),
    "algorithm_from_the_header": (
        reading(
            public_as_secret=raises("jwt.exceptions.InvalidKeyError", NO_HMAC),
            unsigned=raises("jwt.exceptions.InvalidKeyError", 'When alg = "none", key value must be None.'),
        ),
        "key_confusion",
        (
            "A token that was signed with the text of a key as if it were a secret, using HS256, got as far as PyJWT's "
            "last guard, which raised an error."
        ),
    ),
    "hmac_by_hand": (
        (evidence(answer=token_of(lambda _: {"sub": "alice"})), (check(header="alg", equals="ES256"),)),
        "symmetric_key",
        (
            "The token was to be signed with HS256, which is what encode takes by default; that is the algorithm for "
            "one shared secret, not for a pair of keys."
        ),
    ),
    "private_key_in_the_file": (
        making(gives(FOREIGN), ES256, literals=(private_pem(OTHER_KEY),)),
        "hard_coded_secret",
        "The token is signed with a text that stands in your file instead of the secret that the exercise gives.",
    ),
    "token_in_the_header": (
        answering(
            check("refresh", answers=200),
            data={"refresh_token": PASTED},
            refresh=(401, {"detail": "Not authenticated"}),
        ),
        "body_not_read",
        "`POST /refresh` is sent JSON, and your app looks for it in a header, so it finds nothing.",
    ),
    "another_method": (
        answering(check("refresh", answers=200), refresh=(405, {"detail": "Method Not Allowed"})),
        "wrong_path",
        (
            "`POST /refresh` is answered with 405 (Method Not Allowed): the application has no such path, or not for "
            "this method."
        ),
    ),
    "access_token_at_refresh": (
        answering(check("refresh_with_access", answers=401), refresh_with_access=200),
        "tokens_interchangeable",
        "An access token fetches new tokens: nothing looks at which of the two kinds it is.",
    ),
    "no_refresh_token": (
        answering(check("login.json.refresh_token", is_="token"), login=(200, {"access_token": PASTED})),
        "response_shape",
        "The answer has not the shape that clients expect: it has no `refresh_token`.",
    ),
    "unknown_user": (
        answering(check("me.json.username", equals="alice"), me=(200, {"username": "x"})),
        "no_identity",
        "The token is signed well, but nothing in it says which user it is for.",
    ),
}


@pytest.mark.parametrize(("case", "label", "words"), ONE_LABEL.values(), ids=ONE_LABEL)
def test_a_mistake_is_told_from_its_neighbours(case: Failed, label: str, words: str) -> None:
    """A mistake is known in its other guises, and the one behind several faults is named alone."""
    given, checks = case
    assert [(found.label, found.happened) for found in diagnosed(given, *checks)] == [(label, words)]


def refused(**told: Any) -> Failed:
    """Give a login that was refused, where the token that it should have brought is then looked for."""
    return answering(check("login.json.access_token", token={"secret": "$secret", "algorithms": ["HS256"]}), **told)


NO_LABEL: dict[str, Failed] = {
    "login_refused": refused(login=401),
    "both_logins_refused": answering(check("refreshed", answers=200), refreshed=401, other_refreshed=401),
    "good_token_raises_as_well": reading(raises("KeyError", "'x'"), garbage=raises("KeyError", "'x'")),
    "json_of_another_shape": answering(
        check("refresh", answers=200), data={"a": "b"}, refresh=(422, {"detail": [{"loc": ["body", "a"]}]})
    ),
    "other_guard": reading(public_as_secret=None, garbage=None),
}


@pytest.mark.parametrize("case", NO_LABEL.values(), ids=NO_LABEL)
def test_no_sign_of_misplaced_trust(case: Failed) -> None:
    """What is wrong in a way of its own, or not at all, is given no label."""
    given, checks = case
    assert diagnosed(given, *checks) == ()


def test_a_remedy_names_the_algorithm_of_the_exercise() -> None:
    """What to write is what this exercise asks for."""
    given, _ = making(raises("TypeError", "unhashable type: 'list'"))
    (found,) = diagnosed(given, ES256)
    assert found.remedy == 'A token is signed with one algorithm: write `algorithm="ES256"`.'
