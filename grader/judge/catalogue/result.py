"""What comes out is not what is asked for: what is said of each such mistake, and its sign."""

from __future__ import annotations

from collections.abc import Mapping

from grader.judge.catalogue.entry import PYJWT, PYTHON, RFC7519, Misconception
from grader.judge.signs import calls, data, keys, shapes, values
from grader.labels import Label

MISCONCEPTIONS: Mapping[Label, Misconception] = {
    "async_function": Misconception(
        calls.async_function,
        "`{function}` is declared with `async`: a call gives a coroutine, something that is yet to be done.",
        "Write `def` without `async`: there is nothing to wait for when a token is made or read.",
        PYTHON + "library/asyncio-task.html#coroutines",
    ),
    "returns_none": Misconception(
        shapes.returns_none,
        "{what} made no answer: it returned None.",
        "End it with `return` and the value; print only shows a value, it does not hand it back.",
        PYTHON + "tutorial/controlflow.html#defining-functions",
    ),
    "response_shape": Misconception(
        shapes.response_shape,
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
    "fixed_answer": Misconception(
        values.fixed_answer,
        "The answer is {answer!r} whichever token is given.",
        "Read it from the token: {source}.",
        "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.1",
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
}
