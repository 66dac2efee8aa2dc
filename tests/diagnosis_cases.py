"""A plain case of each misconception, made by hand, and what is said of it."""

from __future__ import annotations

import hashlib
from collections.abc import Coroutine

from evidence_builder import Failed, check, encoding, evidence, gives, raises, returned, token, token_of, told, value
from made_pairs import FOREIGN, PUBLIC
from made_tasks import (
    KEYED,
    LET_IN,
    PASTED,
    REFUSED,
    SIGNED,
    STOPS,
    accepting,
    answered,
    asking,
    calling,
    claims,
    giving,
    handing,
    living,
    loaded,
    loading,
    logging_in,
    making,
    payload,
    printing,
    refusing,
    signed,
    signed_with,
    starting,
)
from made_trust import answering, reading

from grader.evidence import Error
from grader.labels import Label
from grader.plan import UNTIL_CALLS, Step

NO_HMAC = "The specified key is an asymmetric key or x509 certificate and should not be used as an HMAC secret."


def minute(step: Step) -> dict[str, float]:
    """Give a payload that expires in a minute."""
    return {"exp": step.at + 60}


def unawaited() -> Coroutine[None, None, None]:
    """Give what a call of a function gives that is declared with async."""

    async def answer() -> None: ...

    called = answer()
    called.close()
    return called


CASES: dict[Label, tuple[Failed, str]] = {
    "syntax_error": (
        loading("SyntaxError", "'(' was never closed"),
        "Python could not read your file (answer.py:3), so nothing in it was run.",
    ),
    "misspelt_import": (
        loading("ModuleNotFoundError", "No module named 'PyJWT'"),
        "An import names something that does not exist (answer.py:3: No module named 'PyJWT').",
    ),
    "wrong_package": (
        loading("ModuleNotFoundError", "No module named 'jose'"),
        (
            "This imports from somewhere else (answer.py:3): `jose` is another library than PyJWT, and is not there "
            "when your program is graded."
        ),
    ),
    "datetime_import": (
        calling("AttributeError", "module 'datetime' has no attribute 'now'"),
        (
            "The module `datetime` and the class `datetime` in it got mixed up, or a name is missing "
            "(answer.py:3: module 'datetime' has no attribute 'now')."
        ),
    ),
    "missing_brackets": (
        calling("TypeError", "'builtin_function_or_method' object does not support item assignment"),
        (
            "A function is named here and not called, so it stands itself where its result should (answer.py:3: "
            "'builtin_function_or_method' object does not support item assignment)."
        ),
    ),
    "unquoted_text": (
        calling("NameError", "name 'HS256' is not defined"),
        "`HS256` has no quotes, so Python looks for something of that name, and finds nothing (answer.py:3).",
    ),
    "wrong_variable": (
        (
            evidence(run=loaded(KEYED, raises("KeyError", "'SECRET'")), answer=lambda step: told(step, "not_reached")),
            (check("run", ends="returned"),),
        ),
        "The key is in the variable `SECRET_KEY`, but your program looks for `SECRET`.",
    ),
    "secret_unset": (
        starting(raises("TypeError", "Expected a string value")),
        (
            "Without `SECRET_KEY` your program starts all the same, and has no key when a token is to be made "
            "(answer.py:3: Expected a string value)."
        ),
    ),
    "shadowed_import": (
        calling("NameError", "name 'jwt' is not defined"),
        (
            "A name is used here that was never imported, or that something of your own has taken over "
            "(answer.py:3: name 'jwt' is not defined)."
        ),
    ),
    "wrong_arguments": (
        calling("TypeError", "PyJWT.encode() got an unexpected keyword argument 'claims'"),
        (
            "encode or decode is not given what it takes (answer.py:3: PyJWT.encode() got an unexpected keyword "
            "argument 'claims')."
        ),
    ),
    "non_dict_payload": (
        calling("TypeError", "Expecting a dict object, as JWT only supports JSON objects as payloads."),
        "encode was given a payload that is not a dict (answer.py:3).",
    ),
    "list_algorithm": (
        calling("TypeError", "unhashable type: 'list'"),
        "encode was given a list of algorithms (answer.py:3); lists, and the word `algorithms`, are for decode.",
    ),
    "algorithm_name": (
        calling("NotImplementedError", "Algorithm not supported"),
        "PyJWT does not know an algorithm of this name (answer.py:3).",
    ),
    "no_default_lifetime": (
        calling("TypeError", "unsupported operand type(s) for +: 'datetime.datetime' and 'NoneType'"),
        (
            "A call that gives no lifetime is not provided for (answer.py:3: unsupported operand type(s) for +: "
            "'datetime.datetime' and 'NoneType')."
        ),
    ),
    "lifetime_type": (
        calling("TypeError", "unsupported type for timedelta minutes component: datetime.timedelta"),
        (
            "A length of time and a plain number got mixed up (answer.py:3: unsupported type for timedelta minutes "
            "component: datetime.timedelta)."
        ),
    ),
    "text_for_number": (
        calling("TypeError", "unsupported type for timedelta minutes component: str"),
        (
            "A text stands where a number should, or the other way round (answer.py:3: unsupported type for timedelta "
            "minutes component: str)."
        ),
    ),
    "unserialisable_claim": (
        calling("TypeError", "Object of type date is not JSON serializable"),
        (
            "The payload holds a value that a token cannot carry (answer.py:3: Object of type date is not JSON "
            "serializable)."
        ),
    ),
    "integer_for_string": (
        calling("TypeError", "Expected a string or bytes value"),
        "PyJWT was given something else than a text as the key (answer.py:3: Expected a string or bytes value).",
    ),
    "decode_on_str": (
        calling("AttributeError", "'str' object has no attribute 'decode'"),
        "encode gives a text (str) since PyJWT 2, and a text has no `.decode` (answer.py:3).",
    ),
    "text_for_bytes": (
        calling("TypeError", "Strings must be encoded before hashing"),
        "A text (str) and bytes (b'...') got mixed up (answer.py:3: Strings must be encoded before hashing).",
    ),
    "dict_attribute": (
        calling("AttributeError", "'dict' object has no attribute 'sub'"),
        "An entry of a dict is asked for with a dot (answer.py:3: 'dict' object has no attribute 'sub').",
    ),
    "not_a_function": (
        calling("TypeError", "'_Environ' object is not callable"),
        "Round brackets call a function, and `os.environ` is none (answer.py:3).",
    ),
    "wrong_parameters": (
        (
            evidence(
                args={"answer": ({"sub": "alice"},)},
                answer=raises("TypeError", "answer() missing 1 required positional argument: 'secret'", None),
            ),
            (SIGNED,),
        ),
        (
            "`answer` is called with 1 argument, and is not made for that (answer() missing 1 required positional "
            "argument: 'secret')."
        ),
    ),
    "missing_depends": (
        asking(answered(422, {"detail": [{"loc": ["query", "token"]}]}), LET_IN, bearer=signed()),
        (
            "A parameter is to be filled by FastAPI, and `Depends` does not say with what: `token` is looked for in "
            "the address, and is not there."
        ),
    ),
    "uncaught_error": (
        asking(answered(500, error=Error(type="KeyError", message="'bob'", line=3)), REFUSED),
        (
            "`GET /me` was answered with 500 (Internal Server Error), because an error was raised and nobody caught it "
            "(answer.py:3: KeyError: 'bob')."
        ),
    ),
    "wrong_path": (
        asking(answered(404, {"detail": "Not Found"}), LET_IN),
        "`GET /me` is answered with 404 (Not Found): the application has no such path, or not for this method.",
    ),
    "json_login": (
        asking(answered(422, {"detail": [{"loc": ["query", "username"]}]}), LET_IN, form={"username": "alice"}),
        (
            "The user name and the password came as a form, and your endpoint looks for something else: `username` in "
            "the address, after a question mark."
        ),
    ),
    "body_not_read": (
        answering(
            check("refresh", answers=200),
            data={"refresh_token": PASTED},
            refresh=(422, {"detail": [{"type": "missing", "loc": ["query", "refresh_token"]}]}),
        ),
        (
            "`POST /refresh` is sent JSON, and your app looks for it in the address, as a query parameter, so it finds "
            "nothing."
        ),
    ),
    "no_algorithms": (
        refusing('DecodeError: It is required that you pass in a value for the "algorithms" argument.'),
        (
            "decode was not told that HS256 is allowed, so it refuses every token (It is required that you pass in a "
            'value for the "algorithms" argument).'
        ),
    ),
    "wrong_secret": (
        refusing("jwt.exceptions.InvalidSignatureError: Signature verification failed"),
        "A good token was refused, because its signature did not fit the key that decode was given (line 3).",
    ),
    "bearer_prefix": (
        refusing("jwt.exceptions.DecodeError: Invalid header padding"),
        (
            "The header `Authorization` is not taken apart as it should be: what decode was given is not the token "
            "alone (Invalid header padding)."
        ),
    ),
    "async_function": (
        giving(unawaited(), SIGNED),
        "`answer` is declared with `async`: a call gives a coroutine, something that is yet to be done.",
    ),
    "returns_none": (giving(None, SIGNED), "answer(...) made no answer: it returned None."),
    "response_shape": (
        giving(PASTED, check(is_="dict")),
        "The answer has not the shape that clients expect: it is not a dict.",
    ),
    "returns_payload": (
        giving({"user_id": 7}, SIGNED),
        "This is the payload itself, not a token: nothing was signed, so anyone could write it (answer(...)).",
    ),
    "returns_bytes": (
        giving(PASTED.encode(), SIGNED),
        "The token is bytes (b'...') where a text is expected (answer(...)).",
    ),
    "wrapped_token": (
        giving({"access_token": PASTED}, SIGNED),
        "The token is there, but wrapped in a dict (answer(...)).",
    ),
    "token_not_printed": (printing("\n"), "Your script ran to its end without printing anything."),
    "prints_extra": (
        printing(f"token: {PASTED}\n"),
        "Your script prints the token and something more, so a program that reads it would get a broken token.",
    ),
    "hard_coded_token": (
        making(gives(PASTED), literals=(PASTED,)),
        "The token is a text that stands in your file; encode did not make it for this payload and secret.",
    ),
    "hard_coded_secret": (
        making(lambda step: returned(step, token(step, claims(step), "in the file")), literals=("jwt", "in the file")),
        "The token is signed with a text that stands in your file instead of the secret that was given.",
    ),
    "alg_none": (
        making(token_of(claims, algorithm="none")),
        "The token is not signed at all, so anyone could change it or make one.",
    ),
    "names_algorithm": (
        giving(PASTED, check(encode="algorithm_omitted"), encodings=(encoding(5, named=True),)),
        "encode is given an algorithm (line 5); this exercise is about what happens without one.",
    ),
    "ignored_algorithm": (
        (
            evidence(reads=["algorithm"], algorithm=gives("HS512"), answer=token_of(claims)),
            (check(header="alg", equals="@algorithm"),),
        ),
        "`ALGORITHM` says HS512, but the token is signed with HS256.",
    ),
    "fixed_answer": (
        (
            evidence(one=gives("HS256"), other=gives("HS256")),
            (check("one", equals="HS256"), check("other", name="other", equals="HS512")),
        ),
        "The answer is 'HS256' whichever token is given.",
    ),
    "unprotected": (
        accepting(None),
        "`GET /me` is answered with 200 even where no token is sent at all, so the door stands open.",
    ),
    "accepts_anyone": (
        logging_in(wrong=("alice", "guess")),
        "Someone with a wrong password was given a token.",
    ),
    "fixed_user": (
        answering(
            check("me.json.username", equals="alice"),
            check("me_bob.json.username", name="knows_bob", equals="bob"),
            check("me_bob_refreshed.json.username", name="still_knows_bob", equals="bob"),
            me=(200, {"username": "alice"}),
            me_bob=(200, {"username": "bob"}),
            me_bob_refreshed=(200, {"username": "alice"}),
        ),
        "`POST /me` answers 'alice' to a token that was given to 'bob'.",
    ),
    "refusal_ignored": (
        asking(
            answered(200, {"username": None}, refused="jwt.exceptions.DecodeError: Signature verification failed"),
            REFUSED,
            bearer=signed("another"),
        ),
        "decode refused a token (Signature verification failed), and `GET /me` lets it in all the same.",
    ),
    "unverified_decode": (
        accepting(signed("another")),
        "A token is accepted whose signature is not good, so anyone can write one for any user.",
    ),
    "symmetric_key": (
        calling("jwt.exceptions.InvalidKeyError", NO_HMAC),
        (
            "The token was to be signed with HS256, which is what encode takes by default; that is the algorithm for "
            "one shared secret, not for a pair of keys."
        ),
    ),
    "signs_with_public": (
        calling("AttributeError", "'cryptography.ECPublicKey' object has no attribute 'sign'"),
        "encode was given the public key, which cannot sign.",
    ),
    "other_key_kind": (
        calling("jwt.exceptions.InvalidKeyError", "Invalid Key type for RSAAlgorithm"),
        "The algorithm that is named is for keys of another kind than this one.",
    ),
    "new_key_pair": (
        giving(FOREIGN, check(token={"secret": PUBLIC, "algorithms": ["ES256"]})),
        (
            "The token is signed with ES256, but with a private key that nobody else knows, so the public key does not "
            "confirm it."
        ),
    ),
    "missing_claim": (
        (evidence(answer=token_of(lambda _: {"user_id": 7})), (check(claim="iss", equals="us"),)),
        "The payload lacks `iss`.",
    ),
    "fixed_jti": (
        (
            evidence(one=token_of(lambda _: {"jti": "1"}), other=token_of(lambda _: {"jti": "1"})),
            (check("other.payload.jti", differs="@one.payload.jti"),),
        ),
        (
            "A new token has the same `jti` as another one of the same moment, so that the one cannot be told from the "
            "other."
        ),
    ),
    "refuses_good_token": (
        reading(None, garbage=None),
        "read_token(...) returned None for every token, the good ones too.",
    ),
    "audience_not_given": (
        reading(None, no_audience="bob"),
        "decode refuses every token that has an `aud`, because it was not told which audience it is.",
    ),
    "audience_list": (
        reading("alice", check("listed", name="listed", equals="alice"), listed=None, garbage=None),
        "A token with one audience is accepted; one with a list of audiences, yours among them, is not.",
    ),
    "audience_not_checked": (
        reading(other_audience="bob", no_audience="bob"),
        ("A token with another audience or no audience at all was accepted, although it is not meant for you."),
    ),
    "issuer_not_checked": (
        reading(other_issuer="bob"),
        "A token with another issuer was accepted: anyone who has the secret might have made it.",
    ),
    "claims_not_required": (
        reading(no_jti="bob", no_iat="bob", no_exp="bob", no_sub=raises("KeyError", "'sub'")),
        "A token without `sub`, `iat`, `exp` or `jti` was accepted: what is missing is not checked.",
    ),
    "time_not_checked": (reading(expired="bob"), "A token that has expired was accepted."),
    "same_lifetime": (
        (
            evidence(
                one=token_of(lambda step: {"exp": step.at + 60}), other=token_of(lambda step: {"exp": step.at + 60})
            ),
            (
                check("one", claim="exp", equals="now + 1 min"),
                check("other", name="week", claim="exp", equals="now + 7 d"),
            ),
        ),
        "Both kinds of token live equally long.",
    ),
    "tokens_interchangeable": (
        answering(check("me_with_refresh", answers=401), me_with_refresh=200),
        "A refresh token opens `GET /me`: nothing looks at which of the two kinds it is.",
    ),
    "refresh_not_rotated": (
        answering(
            check("refreshed.json.refresh_token", differs="@login.json.refresh_token"),
            login=(200, {"refresh_token": PASTED}),
            refreshed=(200, {"refresh_token": PASTED}),
        ),
        "`POST /refresh` gives back the same refresh token again, so nothing takes the place of the one that was sent.",
    ),
    "refresh_reusable": (
        answering(check("reused", answers=401), reused=200),
        "A refresh token that had been used was accepted a second time.",
    ),
    "logins_mixed": (
        answering(check("other_refreshed", answers=200), refreshed=200, other_refreshed=401),
        "Of two logins of the same user, only one can refresh: the other was locked out.",
    ),
    "key_confusion": (
        reading(public_as_secret=raises("jwt.exceptions.InvalidKeyError", NO_HMAC)),
        (
            "A token that was signed with the text of a key as if it were a secret, using HS256, got as far as PyJWT's "
            "last guard, which raised an error."
        ),
    ),
    "verifies_with_private": (
        reading("alice", check("elsewhere", name="elsewhere", equals="alice"), elsewhere=None, garbage=None),
        "Good tokens are accepted only where PRIVATE_KEY belongs to them: it is the private key that checks.",
    ),
    "trusts_header": (
        accepting(signed(algorithm="HS512")),
        (
            "A token is not refused outright whose header names the algorithm HS512, and HS256 was agreed: whoever "
            "made the token has chosen."
        ),
    ),
    "accepts_expired": (
        accepting(signed(exp=lambda step: int(step.at))),
        "A token is accepted although the moment in its `exp` has come.",
    ),
    "exp_not_required": (
        accepting(signed(exp=...)),
        "A token without `exp` is accepted, and it would be for ever: decode checks an expiry only where there is one.",
    ),
    "user_not_looked_up": (
        accepting(signed(sub=lambda step: step.bindings["$stranger"])),
        "A token for a user whom nobody knows is accepted: it was signed, and its user was not looked up.",
    ),
    "sub_not_checked": (
        accepting(signed(sub=...)),
        "A token is accepted whose `sub` is missing, so that it belongs to nobody.",
    ),
    "wrong_status": (
        asking(answered(403, {"detail": "No"}), REFUSED),
        "`GET /me` is answered with 403 (Forbidden) where 401 (Unauthorized) is due.",
    ),
    "no_www_authenticate": (
        asking(answered(401), check("answer", challenges="Bearer")),
        "An answer of 401 should say how to log in, but its header `WWW-Authenticate` is missing.",
    ),
    "tells_users_apart": (
        (
            evidence(
                one=answered(401, {"detail": "Wrong password"}),
                again=answered(401, {"detail": "Wrong password"}),
                other=answered(401, {"detail": "No such user"}),
                sends=dict.fromkeys(("one", "again", "other"), lambda _: {}),
            ),
            (check("other", resembles=["@one", "@again"]),),
        ),
        (
            "An unknown user and a wrong password are both answered with 401 (Unauthorized), but `detail` in the "
            "answer to `GET /me` differs, so a stranger can find out who has an account."
        ),
    ),
    "plain_password": (
        making(gives(PASTED), check("run.literals", hides="wonderland"), literals=("wonderland",)),
        "The password stands in your file, for everyone to read who sees the code.",
    ),
    "fast_hash": (
        making(
            gives(PASTED),
            check("run.literals", hides="wonderland"),
            literals=(hashlib.sha256(b"wonderland").hexdigest(),),
        ),
        (
            "Your file has a hash of the password that is quick to work out (SHA256, without a salt), so guesses can "
            "be tried by the million."
        ),
    ),
    "secret_in_answer": (
        asking(answered(200, {"user": {"hash": "$argon2id$v=19"}}), check("answer.json", hides="argon2")),
        (
            "`user` in the answer to `GET /me` gives a secret away, to the browser and to whoever looks over the "
            "user's shoulder."
        ),
    ),
    "secret_in_payload": (
        making(payload(pw=lambda step: step.bindings["$wrong_password"]), check(hides="$wrong_password")),
        "The claim `pw` gives a secret away: a token is signed, not encrypted, so anyone can read its payload.",
    ),
    "no_identity": (
        making(token_of(lambda step: {"exp": step.at}), check(carries="alice")),
        "The token is signed well, but nothing in it says which user it is for.",
    ),
    "integer_sub": (
        making(token_of(lambda _: {"sub": 1}), check(carries="alice")),
        "The claim `sub` identifies the user by a number, not by the name that logged in.",
    ),
    "string_user_id": (
        making(payload(user_id=lambda step: str(step.bindings["$user_id"]))),
        "The claim `user_id` became a text on its way into the token; it was given as a number.",
    ),
    "nested_data": (
        handing({"sub": "alice"}, token_of(lambda _: {"data": {"sub": "alice"}}), check(claim="sub", equals="alice")),
        "What was handed over stands inside the claim `data`, where nobody looks for it.",
    ),
    "drops_data": (
        handing(
            {"sub": "alice", "role": "reader"},
            token_of(lambda _: {"sub": "alice"}),
            check(claim="role", equals="reader"),
        ),
        "`role` was handed over, but the payload has no such claim.",
    ),
    "wrong_claim_name": (
        making(payload(exp=..., expires=1)),
        "The payload has `expires` where `exp` is looked for, so nobody will find it.",
    ),
    "no_exp": (making(payload(exp=...)), "The token has no `exp`, so it stays valid for ever."),
    "string_exp": (
        making(payload(exp="2031-03-04")),
        "`exp` is a text; encode takes it without a word, but decode refuses the token.",
    ),
    "relative_exp": (
        making(payload(exp=1800)),
        "`exp` is 1800: as a moment that is shortly after the beginning of 1970, so the token was never valid.",
    ),
    "milliseconds": (
        making(payload(exp=lambda step: int(step.at * 1000) + 1_800_000)),
        "`exp` counts milliseconds: read as seconds it lies tens of thousands of years ahead, so it never comes.",
    ),
    "days_for_minutes": (
        making(payload(exp=lambda step: step.at + 30 * 86400)),
        "The token lives 30 d, not 30 minutes: the first argument of timedelta is days.",
    ),
    "seconds_for_minutes": (
        making(payload(exp=lambda step: step.at + 30)),
        "The token lives 30 s, not 30 minutes.",
    ),
    "timedelta_seconds": (
        living(default=900, five=300, week=0, zero=0),
        "A token that should expire 7 d after the call expires 0 s after it: `.seconds` leaves out whole days.",
    ),
    "cut_lifetime": (
        living(default=900, odd=60),
        "A lifetime of 1 min 35 s is taken for 1 min: what is not a whole minute was lost on the way.",
    ),
    "ignored_lifetime": (
        living(default=900, five=900, week=900, zero=900),
        "Whatever lifetime is given, the token lives 15 min.",
    ),
    "wrong_lifetime": (
        making(payload(exp=lambda step: step.at + 7200)),
        "The token lives 2 h, not 30 min.",
    ),
    "wrong_default_lifetime": (
        living(default=1800, five=300, week=7 * 86_400, zero=0),
        "Where no lifetime is given, the token lives 30 min, not 15 min.",
    ),
    "falsy_lifetime": (
        living(default=900, five=300, week=7 * 86_400, zero=900),
        "A lifetime of zero is taken for none: the token lives 15 min, as if nothing had been given.",
    ),
    "import_time_exp": (
        making(payload(exp=lambda step: int(step.at - UNTIL_CALLS) + 1800)),
        "The expiry was worked out once, when the file was loaded: a token made a day later has expired already.",
    ),
    "double_shift": (
        making(payload(exp=lambda step: int(step.at) + 1800 - step.zone.offset)),
        (
            "Where clocks are 5 h 37 min ahead of UTC, your token lives 5 h 37 min shorter than it should: exactly the "
            "server's distance from UTC. A UTC time without a zone was taken for local time and moved to UTC once more."
        ),
    ),
    "local_time": (
        making(payload(exp=lambda step: int(step.at) + 1800 + step.zone.offset)),
        (
            "Where clocks are 5 h 37 min ahead of UTC, your token lives 5 h 37 min longer than it should: exactly the "
            "server's distance from UTC. Local time was taken for UTC."
        ),
    ),
    "mutates_input": (
        handing(
            {"sub": "alice"},
            lambda step: returned(step, PASTED, arguments=(value({"sub": "alice", "exp": 1}),)),
            check(keeps="arguments"),
        ),
        "The dict that was handed over has changed: `exp` is in it now.",
    ),
    "weak_secret": (
        (evidence(reads=["key"], key=gives("secret")), (check("key", min_bytes=32),)),
        ("`key` has only 6 bytes, and HS256 asks for at least 32 bytes: shorter keys are easier to find by trying."),
    ),
    "fallback_secret": (
        starting(signed_with("dev"), literals=("SECRET_KEY", "dev")),
        (
            "Without `SECRET_KEY` your program signs with a text that stands in the file, which everyone who can read "
            "the file knows."
        ),
    ),
    "secret_is_none_text": (
        starting(signed_with("None")),
        'Without `SECRET_KEY` your program signs with the text "None", which anybody can guess.',
    ),
    "secret_per_process": (
        starting(token_of(lambda _: {"sub": "alice"})),
        (
            "Without `SECRET_KEY` your program makes up a new key each time it starts, so it refuses its own tokens "
            "after a restart."
        ),
    ),
    "secret_read_late": (
        starting(raises("KeyError", "'SECRET_KEY'")),
        ("Without `SECRET_KEY` your program starts all the same: it asks for the key only when answer(...) is called."),
    ),
    "unclear_error": (
        (
            starting(lambda step: told(step, "not_reached"), raises("RuntimeError", "No key."))[0],
            (STOPS, check("without", name="named", says="SECRET_KEY")),
        ),
        "Your program stops, but nobody is told what it misses: it says “RuntimeError: No key”.",
    ),
    "exit_code_zero": (
        starting(lambda step: told(step, "not_reached"), lambda step: told(step, "exited", exit_code=0)),
        "Your program stops without a good key, but its exit code is 0, which says that all went well.",
    ),
    "refuses_good_secret": (
        (
            evidence(run=loaded(KEYED), answer=loaded({"SECRET_KEY": "k" * 32}, raises("ValueError", "too short"))),
            (check(ends="returned"),),
        ),
        "Your program does not start with a key of 32 bytes, and 32 are enough.",
    ),
}
