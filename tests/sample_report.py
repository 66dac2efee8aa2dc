"""A report made by hand that has everything in it: each status, diagnoses of two kinds, an excerpt and a token."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from grader.report import CheckResult, Diagnosis, ExerciseReport, Report, Sighting

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("junit-10.xsd")))
AT = 1_930_386_600.5

LOCAL_TIME = Diagnosis(
    "local_time",
    "expires",
    "Where clocks are 5 h 37 min ahead of UTC, your token lives 5 h 37 min longer than it should.",
    "Ask for a time that knows its zone: `datetime.now(timezone.utc) + timedelta(minutes=30)`.",
    "https://docs.python.org/3/library/datetime.html#datetime.datetime.now",
)
TEXT = Diagnosis(
    "string_user_id", "user", "The claim `user_id` became a text.", "Put it in as it is.", "https://example.org/a"
)
NAME = Diagnosis("wrong_claim_name", "payload", "The payload has `id`.", "Call it `user_id`.", "https://example.org/b")
TOKEN = Sighting(
    {"alg": "HS256", "typ": "JWT"},
    {"user_id": "123", "exp": int(AT) + 1800 + 20220, "iat": AT - 60, "nbf": "soon", "roles": ["<admin>", 7]},
    AT,
    20220,
)
REPORT = Report(
    (
        ExerciseReport(
            "purpose",
            "What a token is for",
            "purpose.py",
            (
                CheckResult("answer", "your answer to the question", "question", "passed", 1.0),
                CheckResult("response", "answers a good login with a dict", "task", "passed", 2.0),
            ),
            hint="Not shown.",
        ),
        ExerciseReport(
            "import_encode",
            "Import and call",
            "import_encode.py",
            (
                CheckResult(
                    "answer",
                    "your answer to the question",
                    "question",
                    "failed",
                    1.0,
                    "B is not it. Because.",
                    2,
                    column=16,
                ),
                CheckResult(
                    "loads",
                    "loads without an error",
                    "task",
                    "failed",
                    1.0,
                    "import_encode.py:12: NameError: name 'enc' is not defined",
                    12,
                    'token = enc({"user_id": 7}, SECRET)  # <é> & [bold]',
                    observed=False,
                ),
                CheckResult("payload", "has 7", "task", "skipped", 1.5, "Not checked: it needs “loads”."),
            ),
            (NAME,),
            hint="Import `encode` first.",
        ),
        ExerciseReport(
            "token_output",
            "What encode returns",
            "token_output.py",
            (
                CheckResult("answer", "your answer", "question", "not_attempted", 1.0, "Not answered yet."),
                CheckResult("runs", "runs without an error", "task", "not_attempted", 1.0, "Not handed in yet."),
            ),
        ),
        ExerciseReport(
            "default_algorithm",
            "The algorithm",
            "default_algorithm.py",
            (
                CheckResult(
                    "verifies", "is signed", "task", "grader_error", 0.0, "This could not be graded: OSError: x"
                ),
            ),
        ),
        ExerciseReport(
            "utc_expiry",
            "An expiry that is right everywhere",
            "utc_expiry.py",
            (
                CheckResult("verifies", "returns a token that is signed", "task", "passed", 1.0),
                CheckResult(
                    "expires",
                    "expires 30 minutes after the call",
                    "task",
                    "failed",
                    2.0,
                    "On a server at UTC+05:37: expected `exp` 30 min after the call, but it is 6 h 7 min after it.",
                    9,
                    token=TOKEN,
                    column=12,
                ),
                CheckResult(
                    "user", "has the user_id", "task", "failed", 0.5, "Expected 123, but it is the text '123'."
                ),
            ),
            (TEXT, LOCAL_TIME),
            "Not shown, as there is a diagnosis.",
        ),
        ExerciseReport(
            "hinted",
            "A task that needs a hint",
            "hinted.py",
            (CheckResult("shape", "returns a token", "task", "failed", 0.25, "Expected a token, but it is None."),),
            hint="Look at `encode` once more, and at what it gives back when it is called with a dict and a secret.",
        ),
        ExerciseReport(
            "asked",
            "A question only",
            "asked.py",
            (CheckResult("answer", "your answer to the question", "question", "failed", 0.75, "C is not it."),),
            hint="Not shown under a question.",
        ),
    ),
    {"python": "3.13.0", "pyjwt": "2.10.1"},
    "ab" * 32,
    "kernel",
    42,
    ("`conftest.py` was not used: nothing in a submission steers the grader.",),
    "1.2.3",
    "hand-in/mine/",
    {
        "CLASSROOM": "jwt",
        "ASSIGNMENT": "tokens",
        "ASSIGNMENT_TYPE": "individual",
        "OWNER": "alice",
        "SUBMISSION_TAG": "submit/2031-03-04T10-30-00Z-a1b2c3d",
        "COMMIT_URL": "https://example.org/commit/a1b2c3d",
        "RELEASE_URL": "https://example.org/releases/1",
    },
)
EMPTY = Report((), {}, "", "process", 1)
