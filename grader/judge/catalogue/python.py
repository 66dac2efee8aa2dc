"""Python stops: what is said of each such mistake, and its sign."""

from __future__ import annotations

from collections.abc import Mapping

from grader.judge.catalogue.entry import OS_ENVIRON, PYJWT, PYTHON, TIMEDELTA, Misconception
from grader.judge.signs import calls, encoding, errors, settings
from grader.labels import Label

MISCONCEPTIONS: Mapping[Label, Misconception] = {
    "syntax_error": Misconception(
        errors.syntax_error,
        "Python could not read your file ({where}), so nothing in it was run.",
        "Look at that line and the one before it: a bracket, quote, colon or indentation, or the order of the words, "
        "is not as it should be.",
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
        "The module `datetime` and the class `datetime` in it got mixed up, or a name is missing ({where}: {error}).",
        "Import the classes by name (`from datetime import datetime, timedelta, timezone`), and call "
        "`datetime.now(timezone.utc)` on them.",
        PYTHON + "library/datetime.html",
    ),
    "missing_brackets": Misconception(
        errors.missing_brackets,
        "A function is named here and not called, so it stands itself where its result should ({where}: {error}).",
        "Write round brackets after its name, even where there is nothing to put into them: `data.copy()`, "
        "`datetime.now(timezone.utc)`.",
        PYTHON + "tutorial/controlflow.html#defining-functions",
    ),
    "unquoted_text": Misconception(
        errors.unquoted_text,
        "`{name}` has no quotes, so Python looks for something of that name, and finds nothing ({where}).",
        'A text has quotes around it, as a value and as the key of a dict: `"{name}"`.',
        PYTHON + "tutorial/introduction.html#text",
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
        "With `from jwt import {name}` call `{name}(...)`, with `import jwt` call `jwt.{name}(...)`; give your own "
        "functions and variables other names than `jwt` and `encode`.",
        PYTHON + "tutorial/modules.html",
    ),
    "wrong_arguments": Misconception(
        encoding.wrong_arguments,
        "encode or decode is not given what it takes ({where}: {error}).",
        'It is `jwt.encode(payload, key, algorithm="{algorithm}")` and `jwt.decode(token, key, '
        'algorithms=["{algorithm}"])`: in this order, and with no other names.',
        PYJWT + "api.html#jwt.encode",
    ),
    "non_dict_payload": Misconception(
        encoding.non_dict_payload,
        "encode was given a payload that is not a dict ({where}).",
        'Give it a dict such as `{{"user_id": user_id}}` as the first argument (`d.update(...)` returns None).',
        PYJWT + "api.html#jwt.encode",
    ),
    "list_algorithm": Misconception(
        encoding.list_algorithm,
        "encode was given a list of algorithms ({where}); lists, and the word `algorithms`, are for decode.",
        'A token is signed with one algorithm: write `algorithm="{algorithm}"`.',
        PYJWT + "api.html#jwt.encode",
    ),
    "algorithm_name": Misconception(
        encoding.algorithm_name,
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
    "text_for_number": Misconception(
        settings.text_for_number,
        "A text stands where a number should, or the other way round ({where}: {error}).",
        'A number has no quotes: `30`, not `"30"`. `int(...)` makes a number of a text, `str(...)` a text of a number.',
        PYTHON + "library/stdtypes.html#numeric-types-int-float-complex",
    ),
    "unserialisable_claim": Misconception(
        settings.unserialisable_claim,
        "The payload holds a value that a token cannot carry ({where}: {error}).",
        "A payload is JSON: texts, numbers, lists and dicts; `str(...)` makes a text of a UUID. Only `exp` and its "
        "like may be a datetime, and neither a date nor a timedelta.",
        PYJWT + "usage.html#expiration-time-claim-exp",
    ),
    "wrong_parameters": Misconception(
        calls.wrong_parameters,
        "`{function}` is called with {given}, and is not made for that ({error}).",
        "Write the parameters that your task names between the brackets after `def`, all of them, in its order, and "
        "with no `*` before them; what may be left out has a default, such as `=None`.",
        PYTHON + "tutorial/controlflow.html#defining-functions",
    ),
    "integer_for_string": Misconception(
        encoding.integer_for_string,
        "PyJWT was given something else than a text as the key ({where}: {error}).",
        "Pass the secret as the text that it is, as the second argument.",
        PYJWT + "api.html#jwt.encode",
    ),
    "text_for_bytes": Misconception(
        errors.text_for_bytes,
        "A text (str) and bytes (b'...') got mixed up ({where}: {error}).",
        "`text.encode()` makes bytes of a text, and `data.decode()` a text of bytes. PyJWT needs neither: it takes and "
        "gives texts.",
        PYTHON + "howto/unicode.html#converting-to-bytes",
    ),
    "dict_attribute": Misconception(
        errors.dict_attribute,
        "An entry of a dict is asked for with a dot ({where}: {error}).",
        'Put its name into square brackets: `["{entry}"]`, or `.get("{entry}")` where it may be missing.',
        PYTHON + "tutorial/datastructures.html#dictionaries",
    ),
    "not_a_function": Misconception(
        errors.not_a_function,
        "Round brackets call a function, and {what} is none ({where}).",
        'To ask for an entry, use square brackets: `os.environ["SECRET_KEY"]`, `users["alice"]`.',
        PYTHON + "tutorial/datastructures.html#dictionaries",
    ),
    "decode_on_str": Misconception(
        encoding.decode_on_str,
        "encode gives a text (str) since PyJWT 2, and a text has no `.decode` ({where}).",
        "Drop `.decode(...)`: what encode returns is the finished token.",
        PYJWT + "changelog.html",
    ),
}
