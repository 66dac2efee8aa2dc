"""How the token is signed: what is said of each such mistake, and its sign."""

from __future__ import annotations

from collections.abc import Mapping

from grader.judge.catalogue.entry import OS_ENVIRON, PYJWT, RFC7518, RFC8725, Misconception
from grader.judge.signs import keys, pairs, signatures
from grader.labels import Label

MISCONCEPTIONS: Mapping[Label, Misconception] = {
    "hard_coded_secret": Misconception(
        signatures.hard_coded_secret,
        "The token is signed with a text that stands in your file instead of {due}.",
        "{do}.",
        RFC8725 + "#section-3.5",
    ),
    "alg_none": Misconception(
        signatures.alg_none,
        "The token is not signed at all, so anyone could change it or make one.",
        'Sign it: give encode the key and `algorithm="{algorithm}"`, and never "none".',
        RFC8725 + "#section-3.2",
    ),
    "names_algorithm": Misconception(
        signatures.names_algorithm,
        "encode is given an algorithm ({where}); this exercise is about what happens without one.",
        "Leave the argument out: encode(payload, secret).",
        PYJWT + "api.html#jwt.encode",
    ),
    "ignored_algorithm": Misconception(
        keys.ignored_algorithm,
        "{said}, but the token is signed with {used}.",
        "{advice}",
        PYJWT + "api.html#jwt.encode",
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
    "verifies_with_private": Misconception(
        pairs.verifies_with_private,
        "Good tokens are accepted only where PRIVATE_KEY belongs to them: it is the private key that checks.",
        "Check with PUBLIC_KEY: `jwt.decode(token, PUBLIC_KEY, ...)`. Who only checks should not be able to sign.",
        "https://www.rfc-editor.org/rfc/rfc7518#section-3.4",
    ),
    "weak_secret": Misconception(
        keys.weak_secret,
        "{found}, and HS256 asks for at least 32 bytes: shorter keys are easier to find by trying.",
        "{do}; `secrets.token_hex(32)` makes a good one of 64 characters.",
        RFC7518 + "#section-3.2",
    ),
    "fallback_secret": Misconception(
        keys.fallback_secret,
        "{when} your program signs with a text that stands in the file, which everyone who can read the file knows.",
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
    "refuses_good_secret": Misconception(
        keys.refuses_good_secret,
        "Your program does not start with a key of {length} bytes, and {enough} are enough.",
        "Refuse only what is shorter: `len(key) < {enough}`.",
        RFC7518 + "#section-3.2",
    ),
}
