"""Who is let in: what is said of each such mistake, and its sign."""

from __future__ import annotations

from collections.abc import Mapping

from grader.judge.catalogue.entry import FASTAPI, PYJWT, PYTHON, RFC7519, RFC8725, RFC9700, Misconception
from grader.judge.signs import bearers, claims, expectations, passwords, refreshing, trust
from grader.labels import Label

MISCONCEPTIONS: Mapping[Label, Misconception] = {
    "no_algorithms": Misconception(
        bearers.no_algorithms,
        "decode was not told that {algorithm} is allowed, so it refuses every token ({error}).",
        "{advice}",
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
    "unprotected": Misconception(
        bearers.unprotected,
        "`{request}` is answered with 200 even where no token is sent at all, so the door stands open.",
        "Let the endpoint depend on the token: `token: str = Depends(bearer)` among its parameters, and refuse with "
        "401 where there is none.",
        FASTAPI + "tutorial/security/first-steps/",
    ),
    "accepts_anyone": Misconception(
        passwords.accepts_anyone,
        "Someone with {who} was given a token.",
        "Make a token only if user name and password both match, and refuse everyone else as your task says.",
        "https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html",
    ),
    "fixed_user": Misconception(
        claims.fixed_user,
        "`{request}` answers '{found}' to a token that was given to '{due}'.",
        "Write the name of whoever logs in into the token (`form.username`), and wherever a token comes in, take the "
        'name out of it (`claims["sub"]`).',
        RFC7519 + "#section-4.1.2",
    ),
    "refusal_ignored": Misconception(
        trust.refusal_ignored,
        "decode refused a token ({error}), and {what} all the same.",
        "Where decode raises an error, go no further: refuse there, as your task says.",
        PYTHON + "tutorial/errors.html#handling-exceptions",
    ),
    "unverified_decode": Misconception(
        bearers.unverified_decode,
        "A token is accepted whose signature is not good, so anyone can write one for any user.",
        "Let decode check it: give it your key and the algorithms, and no `verify_signature` in its options.",
        PYJWT + "usage.html#reading-the-claimset-without-validation",
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
        "decode compares `exp` and `nbf` with the clock by itself: turn neither off in its options, and give it no "
        "`leeway`.",
        RFC7519 + "#section-4.1.4",
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
        "A token for a user whom nobody knows is accepted: {why}.",
        "Look the name up among the users as it is, and answer with 401 where it is not: an account may have been "
        "closed since.",
        FASTAPI + "tutorial/security/oauth2-jwt/",
    ),
    "sub_not_checked": Misconception(
        bearers.sub_not_checked,
        "A token is accepted whose `sub` {found}, so that it belongs to nobody.",
        'Take `payload.get("sub")`, and answer with 401 if that is not the name of a user.',
        RFC7519 + "#section-4.1.2",
    ),
    "tells_users_apart": Misconception(
        passwords.tells_users_apart,
        "An unknown user and a wrong password are both answered with {status}, but {where} differs, so a "
        "stranger can find out who has an account.",
        "Answer both alike, for example with the detail `Incorrect username or password`.",
        "https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html",
    ),
    "plain_password": Misconception(
        passwords.plain_password,
        "The password stands in your file, for everyone to read who sees the code.",
        "Keep only its hash, as the starter does: `password_hash.verify(password, stored_hash)` tells whether a "
        "password is the right one.",
        "https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html",
    ),
    "fast_hash": Misconception(
        passwords.fast_hash,
        "Your file has a hash of the password that is quick to work out ({name}, without a salt), so guesses can be "
        "tried by the million.",
        "Keep the Argon2 hash of the starter, which is slow on purpose, and let "
        "`password_hash.verify(password, stored_hash)` compare.",
        "https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html",
    ),
    "secret_in_answer": Misconception(
        passwords.secret_in_answer,
        "`{member}` in the answer to `{request}` gives a secret away, to the browser and to whoever looks over the "
        "user's shoulder.",
        "Send back only what your task asks for: a password stays on the server, its hash included, and so does the "
        "key.",
        FASTAPI + "tutorial/response-model/",
    ),
}
