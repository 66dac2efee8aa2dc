"""The catalogue of misconceptions: label, signature, what happened, what to do, where to read more.

The two sentences are for a beginner: no blame, nothing that the course has not said, figures where they tell more
than words. A name in braces is a figure that the signature gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from grader.judge.signs import Sign, claims, errors, expectations, pairs, refreshing, replies, times, trust, values
from grader.labels import Label

PYJWT = "https://pyjwt.readthedocs.io/en/stable/"
PYTHON = "https://docs.python.org/3/"
RFC7519 = "https://www.rfc-editor.org/rfc/rfc7519"
RFC8725 = "https://www.rfc-editor.org/rfc/rfc8725"
RFC9110 = "https://www.rfc-editor.org/rfc/rfc9110"
RFC9700 = "https://www.rfc-editor.org/rfc/rfc9700"
FASTAPI = "https://fastapi.tiangolo.com/"


@dataclass(frozen=True)
class Misconception:
    """One known mistake: `sign` finds it in a case, the rest is said to the student."""

    sign: Sign
    happened: str
    remedy: str
    link: str


CATALOGUE: Mapping[Label, Misconception] = {
    "syntax_error": Misconception(
        errors.syntax_error,
        "Python could not read your file ({where}), so nothing in it was run.",
        "Look at that line and the one before it: a bracket, quote, colon or indentation is not as it should be.",
        PYTHON + "tutorial/errors.html#syntax-errors",
    ),
    "misspelt_import": Misconception(
        errors.misspelt_import,
        "An import names something that does not exist ({where}: {error}).",
        "The library is called PyJWT, but its module is `jwt`: write `from jwt import encode`, or `import jwt`.",
        PYJWT + "usage.html",
    ),
    "wrong_package": Misconception(
        errors.wrong_package,
        "This imports from somewhere else ({where}): {package}.",
        "Use PyJWT: `import jwt`, and let no file of your own be called `jwt.py`.",
        PYJWT + "installation.html",
    ),
    "datetime_import": Misconception(
        errors.datetime_import,
        "The module `datetime` and the class `datetime` in it got mixed up, or a name or a pair of parentheses is "
        "missing ({where}: {error}).",
        "Import the classes by name (`from datetime import datetime`), and call `datetime.now(timezone.utc)` on them.",
        PYTHON + "library/datetime.html",
    ),
    "shadowed_import": Misconception(
        errors.shadowed_import,
        "A name is used here that was never imported, or that something of your own has taken over ({where}: {error}).",
        "With `from jwt import encode` call `encode(...)`, with `import jwt` call `jwt.encode(...)`; give your own "
        "functions and variables other names than `jwt` and `encode`.",
        PYTHON + "tutorial/modules.html",
    ),
    "non_dict_payload": Misconception(
        errors.non_dict_payload,
        "encode was given a payload that is not a dict ({where}).",
        'Give it a dict such as `{{"user_id": user_id}}` as the first argument (`d.update(...)` returns None).',
        PYJWT + "api.html#jwt.encode",
    ),
    "list_algorithm": Misconception(
        errors.list_algorithm,
        "encode was given a list of algorithms ({where}); lists, and the word `algorithms`, are for decode.",
        'A token is signed with one algorithm: write `algorithm="{algorithm}"`.',
        PYJWT + "api.html#jwt.encode",
    ),
    "algorithm_name": Misconception(
        errors.algorithm_name,
        "PyJWT does not know an algorithm of this name ({where}).",
        'Names are exact: it is "{algorithm}", in capitals and without a dash.',
        PYJWT + "algorithms.html",
    ),
    "integer_for_string": Misconception(
        errors.integer_for_string,
        "encode was given something else than a text as the secret ({where}: {error}).",
        "Pass the secret as the text that it is, as the second argument.",
        PYJWT + "api.html#jwt.encode",
    ),
    "decode_on_str": Misconception(
        errors.decode_on_str,
        "encode gives a text (str) since PyJWT 2, and a text has no `.decode` ({where}).",
        "Drop `.decode(...)`: what encode returns is the finished token.",
        PYJWT + "changelog.html",
    ),
    "returns_none": Misconception(
        values.returns_none,
        "{function}(...) made no answer: it returned None.",
        "End it with `return` and the value; print only shows a value, it does not hand it back.",
        PYTHON + "tutorial/controlflow.html#defining-functions",
    ),
    "response_shape": Misconception(
        values.response_shape,
        "The answer has not the shape that clients expect: {found}.",
        "Return `{shape}`, with exactly these names.",
        "https://www.rfc-editor.org/rfc/rfc6749#section-5.1",
    ),
    "returns_payload": Misconception(
        values.returns_payload,
        "This is the payload itself, not a token: nothing was signed, so anyone could write it ({what}).",
        "Hand the payload to encode together with the secret, and use what encode returns.",
        RFC7519 + "#section-3.1",
    ),
    "returns_bytes": Misconception(
        values.returns_bytes,
        "The token is bytes (b'...') where a text is expected ({what}).",
        "Use what encode returns as it is: since PyJWT 2 that is a text (str), with no `.encode()` needed.",
        PYJWT + "changelog.html",
    ),
    "token_not_printed": Misconception(
        values.token_not_printed,
        "Your script ran to its end without printing anything.",
        "Add `print(token)`, where it is reached when the file is run.",
        PYTHON + "tutorial/inputoutput.html",
    ),
    "prints_extra": Misconception(
        values.prints_extra,
        "Your script prints the token and something more, so a program that reads it would get a broken token.",
        "Print the token alone, once: `print(token)`.",
        PYTHON + "library/functions.html#print",
    ),
    "hard_coded_token": Misconception(
        values.hard_coded_token,
        "The token is a text that stands in your file; encode did not make it for this payload and secret.",
        "Call encode with the payload and the secret, and use what it returns.",
        RFC7519 + "#section-1",
    ),
    "hard_coded_secret": Misconception(
        claims.hard_coded_secret,
        "The token is signed with a text that stands in your file instead of {key}.",
        "Pass that on to encode under its own name, without quotes.",
        RFC8725 + "#section-3.5",
    ),
    "alg_none": Misconception(
        claims.alg_none,
        "The token is not signed at all, so anyone could change it or make one.",
        'Sign it: give encode the key and `algorithm="{algorithm}"`, and never "none".',
        RFC8725 + "#section-3.2",
    ),
    "names_algorithm": Misconception(
        claims.names_algorithm,
        "encode is given an algorithm ({where}); this exercise is about what happens without one.",
        "Leave the argument out: encode(payload, secret).",
        PYJWT + "api.html#jwt.encode",
    ),
    "fixed_answer": Misconception(
        values.fixed_answer,
        "The answer is {answer!r} whichever token is given.",
        "Read it from the token: its first part, the header, says which algorithm signed it.",
        "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.1",
    ),
    "accepts_anyone": Misconception(
        values.accepts_anyone,
        "Someone with {who} was given a token.",
        "Make a token only if user name and password both match, and return None otherwise.",
        "https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html",
    ),
    "secret_in_payload": Misconception(
        claims.secret_in_payload,
        "The claim `{claim}` gives a secret away: a token is signed, not encrypted, so anyone can read its payload.",
        "Put in only what says who the user is; a password belongs in no token, not even hashed.",
        RFC7519 + "#section-12",
    ),
    "no_identity": Misconception(
        claims.no_identity,
        "The token is signed well, but nothing in it says which user it is for.",
        'Put the user name in the payload, for example `{{"sub": username}}`.',
        RFC7519 + "#section-4.1.2",
    ),
    "integer_sub": Misconception(
        claims.integer_sub,
        "The claim `{claim}` identifies the user by a number, not by the name that logged in.",
        "Put the user name there; the standard claim `sub` must be a text, and PyJWT refuses a number when it decodes.",
        RFC7519 + "#section-4.1.2",
    ),
    "string_user_id": Misconception(
        claims.string_user_id,
        "The claim `{claim}` became a text on its way into the token; it was given as a number.",
        "Put it into the payload as it is, without str() or quotes: JSON has numbers too.",
        RFC7519 + "#section-4",
    ),
    "wrong_claim_name": Misconception(
        claims.wrong_claim_name,
        "The payload has `{other}` where `{claim}` is looked for, so nobody will find it.",
        "Names of claims are exact, capitals included: call it `{claim}`.",
        RFC7519 + "#section-4.1",
    ),
    "no_exp": Misconception(
        claims.no_exp,
        "The token has no `exp`, so it stays valid for ever.",
        "Put `exp` into the payload that you give to encode.",
        RFC7519 + "#section-4.1.4",
    ),
    "string_exp": Misconception(
        claims.string_exp,
        "`{claim}` is a text; encode takes it without a word, but decode refuses the token.",
        "Give encode the datetime itself, or a number of seconds since 1970: no str(), isoformat() or strftime().",
        RFC7519 + "#section-2",
    ),
    "relative_exp": Misconception(
        times.relative_exp,
        "`exp` is {exp}: as a moment that is shortly after the beginning of 1970, so the token was never valid.",
        "`exp` says when, not how long: add the length of time to the present moment.",
        RFC7519 + "#section-4.1.4",
    ),
    "milliseconds": Misconception(
        times.milliseconds,
        "`exp` counts milliseconds: read as seconds it lies tens of thousands of years ahead, so it never comes.",
        "Count in seconds, as `time.time()` and `datetime.timestamp()` do.",
        RFC7519 + "#section-2",
    ),
    "days_for_minutes": Misconception(
        times.days_for_minutes,
        "The token lives {life}, not {minutes} minutes: the first argument of timedelta is days.",
        "Say the unit: `timedelta(minutes={minutes})`.",
        PYTHON + "library/datetime.html#datetime.timedelta",
    ),
    "seconds_for_minutes": Misconception(
        times.seconds_for_minutes,
        "The token lives {life}, not {minutes} minutes.",
        "Say the unit: `timedelta(minutes={minutes})`, or multiply by 60 to have seconds.",
        PYTHON + "library/datetime.html#datetime.timedelta",
    ),
    "import_time_exp": Misconception(
        times.import_time_exp,
        "The expiry was worked out once, when the file was loaded: a token made a day later has expired already.",
        "Ask for the time inside the function, so that each call counts from its own moment (a default argument is "
        "worked out when the file is loaded, too).",
        PYTHON + "reference/compound_stmts.html#function-definitions",
    ),
    "double_shift": Misconception(
        times.double_shift,
        "Where clocks are {distance} ahead of UTC, {effect}: exactly the "
        "server's distance from UTC. A UTC time without a zone was taken for local time and moved to UTC once more.",
        "Ask for a time that knows its zone: `datetime.now(timezone.utc)`; avoid utcnow().",
        PYTHON + "library/datetime.html#datetime.datetime.utcnow",
    ),
    "local_time": Misconception(
        times.local_time,
        "Where clocks are {distance} ahead of UTC, {effect}: exactly the "
        "server's distance from UTC. Local time was taken for UTC.",
        "Ask for a time that knows its zone: `datetime.now(timezone.utc){add}`.",
        PYTHON + "library/datetime.html#datetime.datetime.now",
    ),
    "no_algorithms": Misconception(
        trust.no_algorithms,
        "decode was not told which algorithms to accept ({where}), and it has no default.",
        'Give it the list of those that you accept: `algorithms=["{algorithm}"]`.',
        PYJWT + "api.html#jwt.decode",
    ),
    "wrong_path": Misconception(
        replies.wrong_path,
        "`{request}` finds nothing: {why}.",
        "Look at the decorator above your function: method and path must be those of the exercise, to the letter.",
        FASTAPI + "tutorial/first-steps/",
    ),
    "json_login": Misconception(
        replies.json_login,
        "`{request}` is sent a form, and your app wants something else, so it answers with 422.",
        "Take the form as the parameter `form: Annotated[OAuth2PasswordRequestForm, Depends()]`: it has `username` "
        "and `password`.",
        FASTAPI + "tutorial/security/simple-oauth2/",
    ),
    "body_not_read": Misconception(
        replies.body_not_read,
        "`{request}` is sent JSON, and your app looks for it in {place}, so it finds nothing.",
        "Take a pydantic model as the parameter, such as `body: RefreshRequest`, and read `body.refresh_token`: a "
        "plain `str` is looked for in the address.",
        FASTAPI + "tutorial/body/",
    ),
    "wrong_status": Misconception(
        replies.wrong_status,
        "`{request}` refuses, but with status {status} instead of {due}.",
        "Say it with `raise HTTPException(status_code={due}, ...)`: 401 means that it is not known who is asking, 403 "
        "that it is known and not allowed, 400 that the request makes no sense.",
        RFC9110 + "#section-15.5.2",
    ),
    "uncaught_error": Misconception(
        trust.uncaught_error,
        "`{what}` does not refuse what is wrong with a token: it stumbles over it, with {error}.",
        "Catch the errors of decode and refuse there; all of them are kinds of `jwt.PyJWTError`. Of claims that may be "
        "missing, ask with `claims.get(...)`.",
        PYJWT + "api.html#exceptions",
    ),
    "unverified_decode": Misconception(
        trust.unverified_decode,
        "A token was accepted that somebody else had made or changed: its signature was not checked.",
        "Let decode check it: give it your key and the algorithms, and no `verify_signature` in its options.",
        RFC8725 + "#section-3.3",
    ),
    "symmetric_key": Misconception(
        pairs.symmetric_key,
        "The token was to be signed with HS256, which is what encode takes by default; that is the algorithm for one "
        "shared secret, not for a pair of keys.",
        'Name the other one: `jwt.encode(payload, PRIVATE_KEY, algorithm="ES256")`.',
        PYJWT + "algorithms.html",
    ),
    "signs_with_public": Misconception(
        pairs.signs_with_public,
        "encode was given the public key, which cannot sign.",
        "Sign with the private key; the public key is the one that decode checks with.",
        PYJWT + "usage.html",
    ),
    "other_key_kind": Misconception(
        pairs.other_key_kind,
        "The algorithm that is named is for keys of another kind than this one.",
        "The pair is for ES256, so name that; RS256 needs RSA keys, ES384 and ES512 need longer ones.",
        PYJWT + "algorithms.html",
    ),
    "new_key_pair": Misconception(
        pairs.new_key_pair,
        "The token is signed with ES256, but with a private key that nobody else knows, so the public key does not "
        "confirm it.",
        "Sign with PRIVATE_KEY as it is given. A key that the program makes itself is gone when it is restarted.",
        RFC8725 + "#section-3.5",
    ),
    "missing_claim": Misconception(
        claims.missing_claim,
        "The payload lacks {claims}.",
        "Put every claim that is asked for into the dict that you give to encode, under its exact name.",
        RFC7519 + "#section-4.1",
    ),
    "fixed_jti": Misconception(
        refreshing.fixed_jti,
        "{what}, so that the one cannot be told from the other.",
        "Put a `jti` into each token that is drawn at random when the token is made: `str(uuid.uuid4())`.",
        RFC7519 + "#section-4.1.7",
    ),
    "refuses_good_token": Misconception(
        trust.refuses_good_token,
        "{function}(...) returned None for every token, the good ones too.",
        "Return the user name at the end. If you do, look at the error that is caught on the way: put "
        "`except jwt.PyJWTError as error: print(error)`, and try it with a token of your own.",
        PYJWT + "api.html#jwt.decode",
    ),
    "audience_not_given": Misconception(
        expectations.audience_not_given,
        "decode refuses every token that has an `aud`, because it was not told which audience it is.",
        "Tell it: `jwt.decode(..., audience=AUDIENCE)`.",
        PYJWT + "usage.html",
    ),
    "audience_list": Misconception(
        expectations.audience_list,
        "A token with one audience is accepted; one with a list of audiences, yours among them, is not.",
        "Leave the comparison to decode, which knows both: `jwt.decode(..., audience=AUDIENCE)`.",
        RFC7519 + "#section-4.1.3",
    ),
    "audience_not_checked": Misconception(
        expectations.audience_not_checked,
        "A token with {which} was accepted, although it is not meant for you.",
        "Let decode compare it: `jwt.decode(..., audience=AUDIENCE)`, and no `verify_aud` in its options.",
        RFC7519 + "#section-4.1.3",
    ),
    "issuer_not_checked": Misconception(
        expectations.issuer_not_checked,
        "A token with {which} was accepted: anyone who has the secret might have made it.",
        "Let decode compare it: `jwt.decode(..., issuer=ISSUER)`.",
        RFC7519 + "#section-4.1.1",
    ),
    "claims_not_required": Misconception(
        expectations.claims_not_required,
        "A token without {claims} was accepted: what is missing is not checked.",
        'Say what must be there: `jwt.decode(..., options={{"require": ["exp", "jti", ...]}})`, with every name.',
        PYJWT + "usage.html",
    ),
    "time_not_checked": Misconception(
        expectations.time_not_checked,
        "A token that {what} was accepted.",
        "decode compares `exp` and `nbf` with the clock by itself: turn neither off in its options, and allow no "
        "`leeway` of more than a minute or so.",
        RFC7519 + "#section-4.1.4",
    ),
    "same_lifetime": Misconception(
        refreshing.same_lifetime,
        "Both kinds of token live equally long.",
        "Give the function that makes them the lifetime as an argument, and use it: 15 minutes for one, 7 days for "
        "the other.",
        "https://www.rfc-editor.org/rfc/rfc6749#section-1.5",
    ),
    "tokens_interchangeable": Misconception(
        refreshing.tokens_interchangeable,
        "{what}: nothing looks at which of the two kinds it is.",
        "Write the kind into each token, or sign the kinds with different keys, and look at it wherever a token "
        "comes in.",
        RFC8725 + "#section-3.12",
    ),
    "refresh_not_rotated": Misconception(
        refreshing.refresh_not_rotated,
        "`POST /refresh` gives back {what}, so nothing takes the place of the one that was sent.",
        "Make a new refresh token each time, and answer with it beside the new access token.",
        RFC9700 + "#section-4.14.2",
    ),
    "refresh_reusable": Misconception(
        refreshing.refresh_reusable,
        "A refresh token that had been used was accepted a second time.",
        "Give each refresh token a `jti`, remember those that have been used, and refuse them.",
        RFC9700 + "#section-4.14.2",
    ),
    "logins_mixed": Misconception(
        refreshing.logins_mixed,
        "Of two logins of the same user, only one can refresh: the other was locked out.",
        "Remember single tokens, by their `jti`, and not users: alice may have several logins.",
        RFC9700 + "#section-4.14.2",
    ),
    "key_confusion": Misconception(
        trust.key_confusion,
        "A token that was signed with the text of a key as if it were a secret, using HS256, {how}.",
        'Let decode accept nothing but ES256: `algorithms=["ES256"]`, a list of your own and not what the token\'s '
        "header says.",
        RFC8725 + "#section-2.1",
    ),
    "verifies_with_private": Misconception(
        pairs.verifies_with_private,
        "Good tokens are accepted only where PRIVATE_KEY belongs to them: it is the private key that checks.",
        "Check with PUBLIC_KEY: `jwt.decode(token, PUBLIC_KEY, ...)`. Who only checks should not be able to sign.",
        "https://www.rfc-editor.org/rfc/rfc7518#section-3.4",
    ),
}
