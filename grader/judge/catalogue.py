"""The catalogue of misconceptions: label, signature, what happened, what to do, where to read more.

The two sentences are for a beginner: no blame, nothing that the course has not said, figures where they tell more
than words. A name in braces is a figure that the signature gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from grader.judge.signs import (
    Sign,
    bearers,
    claims,
    data,
    errors,
    expectations,
    keys,
    lifetimes,
    pairs,
    refreshing,
    replies,
    requests,
    settings,
    times,
    trust,
    values,
)
from grader.labels import Label

PYJWT = "https://pyjwt.readthedocs.io/en/stable/"
FASTAPI = "https://fastapi.tiangolo.com/"
PYTHON = "https://docs.python.org/3/"
OS_ENVIRON = PYTHON + "library/os.html#os.environ"
TIMEDELTA = PYTHON + "library/datetime.html#timedelta-objects"
RFC7518 = "https://www.rfc-editor.org/rfc/rfc7518"
RFC7519 = "https://www.rfc-editor.org/rfc/rfc7519"
RFC9110 = "https://www.rfc-editor.org/rfc/rfc9110"
RFC9700 = "https://www.rfc-editor.org/rfc/rfc9700"
RFC8725 = "https://www.rfc-editor.org/rfc/rfc8725"


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
        "{advice}",
        PYJWT + "usage.html",
    ),
    "wrong_package": Misconception(
        errors.wrong_package,
        "This imports from somewhere else ({where}): {package}.",
        "{advice}",
        PYJWT + "installation.html",
    ),
    "datetime_import": Misconception(
        errors.datetime_import,
        "The module `datetime` and the class `datetime` in it got mixed up, or a name or a pair of parentheses is "
        "missing ({where}: {error}).",
        "Import the classes by name (`from datetime import datetime`), and call `datetime.now(timezone.utc)` on them.",
        PYTHON + "library/datetime.html",
    ),
    "wrong_variable": Misconception(
        settings.wrong_variable,
        "The key is in the variable `{name}`, but your program looks for `{other}`.",
        'Names of variables are exact, capitals included: write `os.environ["{name}"]`.',
        OS_ENVIRON,
    ),
    "secret_unset": Misconception(
        settings.secret_unset,
        "Without `{name}` your program starts all the same, and has no key when a token is to be made "
        "({where}: {error}).",
        '`os.getenv` quietly gives None where there is no such variable: write `os.environ["{name}"]`, which raises an '
        "error at once, or raise one yourself.",
        OS_ENVIRON,
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
    "no_default_lifetime": Misconception(
        settings.no_default_lifetime,
        "A call that gives no lifetime is not provided for ({where}: {error}).",
        "Let the argument be None by default, and begin with `if expires_delta is None:` to put the usual lifetime in "
        "its place.",
        PYTHON + "tutorial/controlflow.html#default-argument-values",
    ),
    "lifetime_type": Misconception(
        settings.lifetime_type,
        "A length of time and a plain number got mixed up ({where}: {error}).",
        "The lifetime that is given is a `timedelta` already: add it to a datetime as it is, and write one of your own "
        "as `timedelta(minutes=15)`.",
        TIMEDELTA,
    ),
    "unserialisable_claim": Misconception(
        settings.unserialisable_claim,
        "The payload holds a value that a token cannot carry ({where}: {error}).",
        "A payload is JSON: texts, numbers, lists and dicts. Only `exp` and its like may be a datetime, and neither a "
        "date nor a timedelta.",
        PYJWT + "usage.html#expiration-time-claim-exp",
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
    "uncaught_error": Misconception(
        errors.uncaught_error,
        "{what} ({where}: {error}).",
        "{advice}",
        FASTAPI + "tutorial/handling-errors/",
    ),
    "wrong_path": Misconception(
        requests.wrong_path,
        "`{request}` is answered with {status}: the application has no such path, or not for this method.",
        "Write the path and the method as the brief has them, with no prefix; a router must also be included in `app`.",
        FASTAPI + "tutorial/first-steps/#define-a-path-operation-decorator",
    ),
    "json_login": Misconception(
        requests.json_login,
        "The user name and the password came as a form, and your endpoint looks for something else: {missing}.",
        "Take the form: a parameter `form: OAuth2PasswordRequestForm = Depends()` has `form.username` and "
        "`form.password`.",
        "https://www.rfc-editor.org/rfc/rfc6749#section-4.3.2",
    ),
    "body_not_read": Misconception(
        replies.body_not_read,
        "`{request}` is sent JSON, and your app looks for it in {place}, so it finds nothing.",
        "Take a pydantic model as the parameter, such as `body: RefreshRequest`, and read `body.refresh_token`: a "
        "plain `str` is looked for in the address.",
        FASTAPI + "tutorial/body/",
    ),
    "no_algorithms": Misconception(
        bearers.no_algorithms,
        "decode was not told that {algorithm} is allowed, so it refuses every token ({error}).",
        'Say it in each call of decode: `algorithms=["{algorithm}"]`, a list, with exactly this name.',
        PYJWT + "api.html#jwt.decode",
    ),
    "wrong_secret": Misconception(
        bearers.wrong_secret,
        "A good token was refused, because its signature did not fit the key that decode was given ({line}).",
        "Give decode the value of `SECRET_KEY`: the name itself, without quotes, and no other key.",
        PYJWT + "usage.html",
    ),
    "bearer_prefix": Misconception(
        bearers.bearer_prefix,
        "The header `Authorization` is not taken apart as it should be: {what}.",
        'Leave that to FastAPI: `Depends(OAuth2PasswordBearer(tokenUrl="token"))` asks for the word Bearer and gives '
        "you the token alone.",
        "https://www.rfc-editor.org/rfc/rfc6750#section-2.1",
    ),
    "returns_none": Misconception(
        values.returns_none,
        "{what} made no answer: it returned None.",
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
    "wrapped_token": Misconception(
        data.wrapped_token,
        "The token is there, but wrapped in {what} ({function}).",
        "Return what encode gave, as it is and alone.",
        PYJWT + "api.html#jwt.encode",
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
        "The token is signed with a text that stands in your file instead of {due}.",
        "{do}.",
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
    "ignored_algorithm": Misconception(
        keys.ignored_algorithm,
        "`ALGORITHM` says {said}, but the token is signed with {used}.",
        "Pass the constant on to encode: `algorithm=ALGORITHM`.",
        PYJWT + "api.html#jwt.encode",
    ),
    "fixed_answer": Misconception(
        values.fixed_answer,
        "The answer is {answer!r} whichever token is given.",
        "Read it from the token: {source}.",
        "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.1",
    ),
    "unprotected": Misconception(
        bearers.unprotected,
        "`{request}` is answered with 200 even where no token is sent at all, so the door stands open.",
        "Let the endpoint depend on the token: `token: str = Depends(bearer)` among its parameters, and refuse with "
        "401 where there is none.",
        FASTAPI + "tutorial/security/first-steps/",
    ),
    "accepts_anyone": Misconception(
        values.accepts_anyone,
        "Someone with {who} was given a token.",
        "Make a token only if user name and password both match, and refuse everyone else as the brief says.",
        "https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html",
    ),
    "unverified_decode": Misconception(
        bearers.unverified_decode,
        "A token is accepted whose signature is not good, so anyone can write one for any user.",
        "Let decode check it: give it your key and the algorithms, and no `verify_signature` in its options.",
        PYJWT + "usage.html#reading-the-claimset-without-validation",
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
    "trusts_header": Misconception(
        bearers.trusts_header,
        "A token is not refused outright whose header names the algorithm {algorithm}, and HS256 was agreed: whoever "
        "made the token has chosen.",
        'Write the list down in your own code, with nothing else in it: `algorithms=["HS256"]`.',
        RFC8725 + "#section-3.1",
    ),
    "accepts_expired": Misconception(
        bearers.accepts_expired,
        "A token is accepted although the moment in its `exp` has come.",
        "decode compares `exp` with the clock by itself: leave out `verify_exp`, `leeway` and comparisons of your own, "
        "and check each token anew.",
        RFC7519 + "#section-4.1.4",
    ),
    "exp_not_required": Misconception(
        bearers.exp_not_required,
        "A token without `exp` is accepted, and it would be for ever: decode checks an expiry only where there is one.",
        'Ask for it: `jwt.decode(..., options={{"require": ["exp"]}})`.',
        PYJWT + "usage.html#requiring-presence-of-claims",
    ),
    "user_not_looked_up": Misconception(
        bearers.user_not_looked_up,
        "A token for a user whom nobody knows is accepted: it was signed, and its user was not looked up.",
        "Look the name up among the users, and answer with 401 where it is not: an account may have been closed since.",
        FASTAPI + "tutorial/security/oauth2-jwt/",
    ),
    "sub_not_checked": Misconception(
        bearers.sub_not_checked,
        "A token is accepted whose `sub` {found}, so that it belongs to nobody.",
        'Take `payload.get("sub")`, and answer with 401 if that is not the name of a user.',
        RFC7519 + "#section-4.1.2",
    ),
    "wrong_status": Misconception(
        requests.wrong_status,
        "`{request}` is answered with {status} where {due} is due.",
        "Programs look at the number, not at the text. {advice}",
        "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2",
    ),
    "no_www_authenticate": Misconception(
        requests.no_www_authenticate,
        "An answer of 401 should say how to log in, but its header `WWW-Authenticate` {found}.",
        'Give each HTTPException of 401 its headers: `headers={{"WWW-Authenticate": "Bearer"}}`.',
        "https://www.rfc-editor.org/rfc/rfc6750#section-3",
    ),
    "tells_users_apart": Misconception(
        requests.tells_users_apart,
        "An unknown user and a wrong password are both answered with {status}, but in other words, so a stranger can "
        "find out who has an account.",
        "Answer both alike, for example with the detail `Incorrect username or password`.",
        "https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html",
    ),
    "plain_password": Misconception(
        requests.plain_password,
        "The password stands in your file, for everyone to read who sees the code.",
        "Keep only its hash, as the starter does: `password_hash.verify(password, stored_hash)` tells whether a "
        "password is the right one.",
        "https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html",
    ),
    "fast_hash": Misconception(
        requests.fast_hash,
        "Your file has a hash of the password that is quick to work out ({name}, without a salt), so guesses can be "
        "tried by the million.",
        "Keep the Argon2 hash of the starter, which is slow on purpose, and let "
        "`password_hash.verify(password, stored_hash)` compare.",
        "https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html",
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
    "nested_data": Misconception(
        data.nested_data,
        "What was handed over stands inside the claim `{claim}`, where nobody looks for it.",
        "It is the payload itself: begin with `payload = data.copy()`, and add `exp` to that.",
        RFC7519 + "#section-4",
    ),
    "drops_data": Misconception(
        data.drops_data,
        "`{claim}` was handed over, but the payload {found}.",
        "Begin with everything that was handed over, `payload = data.copy()`, and add only `exp`.",
        PYTHON + "library/stdtypes.html#dict.copy",
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
    "timedelta_seconds": Misconception(
        lifetimes.timedelta_seconds,
        "A token that should expire {due} the call expires {found} it: `.seconds` leaves out whole days.",
        "Add the timedelta itself to a datetime, or ask it for `.total_seconds()`.",
        PYTHON + "library/datetime.html#datetime.timedelta.total_seconds",
    ),
    "ignored_lifetime": Misconception(
        lifetimes.ignored_lifetime,
        "Whatever lifetime is given, the token lives {life}.",
        "Use the argument: only where it is None does the usual lifetime take its place.",
        PYTHON + "tutorial/controlflow.html#default-argument-values",
    ),
    "wrong_default_lifetime": Misconception(
        lifetimes.wrong_default_lifetime,
        "Where no lifetime is given, the token lives {life}, not {due}.",
        "Let the usual lifetime be `{lifetime}`.",
        TIMEDELTA,
    ),
    "falsy_lifetime": Misconception(
        lifetimes.falsy_lifetime,
        "A lifetime of {what} is taken for none: the token lives {life}, as if nothing had been given.",
        "`timedelta(0)` counts as false, so `if expires_delta` and `expires_delta or ...` pass it over: ask "
        "`if expires_delta is None`.",
        PYTHON + "library/stdtypes.html#truth-value-testing",
    ),
    "import_time_exp": Misconception(
        times.import_time_exp,
        "The expiry was worked out once, {when}: a token made a day later has expired already.",
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
    "mutates_input": Misconception(
        data.mutates_input,
        "The dict that was handed over has changed: {what}.",
        "It belongs to whoever called: work on a copy, `payload = data.copy()`.",
        PYTHON + "library/stdtypes.html#dict.copy",
    ),
    "weak_secret": Misconception(
        keys.weak_secret,
        "{found}, and HS256 asks for at least 32 bytes: shorter keys are easier to find by trying.",
        "{do}; `secrets.token_hex(32)` makes a good one of 64 characters.",
        RFC7518 + "#section-3.2",
    ),
    "fallback_secret": Misconception(
        keys.fallback_secret,
        "Without `{name}` your program signs with a text that stands in the file, which everyone who can read the file "
        "knows.",
        'Let nothing take the place of a missing key: `os.environ["{name}"]`, with no second value and no `or`.',
        "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
    ),
    "secret_is_none_text": Misconception(
        keys.secret_is_none_text,
        'Without `{name}` your program signs with the text "None", which anybody can guess.',
        'Leave out `str(...)` and f-strings, which make a text of None, and write `os.environ["{name}"]`.',
        OS_ENVIRON,
    ),
    "secret_per_process": Misconception(
        keys.secret_per_process,
        "{when} program makes up a new key each time it starts, so it refuses its own tokens after a restart.",
        "Make a key once, outside of the program, and hand the same one to every start.",
        "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
    ),
    "secret_read_late": Misconception(
        keys.secret_read_late,
        "Without `{name}` your program starts all the same: it asks for the key only when {function}(...) is called.",
        "Read and check the key at the top of the file, outside of every function.",
        "https://12factor.net/config",
    ),
    "unclear_error": Misconception(
        keys.unclear_error,
        "Your program stops, but nobody is told what it misses: {error}.",
        'Name the variable: `raise RuntimeError("{name} is not set")`.',
        PYTHON + "tutorial/errors.html#raising-exceptions",
    ),
    "exit_code_zero": Misconception(
        keys.exit_code_zero,
        "Your program stops without a good key, but its exit code is 0, which says that all went well.",
        'Raise an exception, or end with `sys.exit(1)` or with a sentence, `sys.exit("...")`.',
        PYTHON + "library/sys.html#sys.exit",
    ),
    "refuses_good_secret": Misconception(
        keys.refuses_good_secret,
        "Your program does not start with a key of {length} bytes, and {enough} are enough.",
        "Refuse only what is shorter: `len(key) < {enough}`.",
        RFC7518 + "#section-3.2",
    ),
}
