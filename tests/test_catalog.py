"""What is wrong in an exercise file is told all at once, word for word with its place."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from support import MINIMAL

from grader import catalog
from grader.errors import ExerciseError
from grader.labels import Label

FILE = Path("exercises/small.yaml")
VERBS = (
    "ends, says, is, token, claim, payload, header, carries, hides, encode, decode, keeps, differs, resembles, "
    "challenges, min_bytes, answers, equals"
)
NO_VERB = f"one of these keys must say what it does: {VERBS}"
NO_STEP_VERB = "one of these keys must say what it does: call, read, load, request"
NO_LABEL = f"is none of the {len(get_args(Label))} that are known"
NO_MOMENT = "is not a moment: write it as 'now + 30 min' (units: s, min, h, d)"
NEEDS_KEY = "an option's checks need the question's 'key', which runs the code"
NO_REQUEST = r"does not have the form ^(GET|POST|PUT|PATCH|DELETE) /\S*$"
NO_DURATION = r"does not have the form ^\d+ (s|min|h|d)$"
OPTION_B = "    B: {text: That one, because: It is not.}\n"
ANSWER_A = "  answer: A"
KEYED = (
    "  answer: A\n  key: {{steps: [{{id: p, call: f, args: [{}]}}], checks: [{{id: c, title: c, of: {}, is: str}}]}}"
)
CHECK = "{id: a, title: a, of: run, ends: raised}"
FORGED = "{claims: {}, secret: x, algorithm: HS25}"
NO_HS = "'HS25' is none of HS256, HS384, HS512, RS256, RS512, ES256{}; did you mean 'HS256'?"

WRONG = [
    ("key", "hints:", "titel: x\nhints:", "19:1: the key 'titel' is not known here; did you mean 'title'?"),
    ("key of an option", "text: This", "txt: This", "7:9: the key 'txt' is not known here; did you mean 'text'?"),
    ("missing", "title: A small exercise\n", "", "1:1: 'title' is missing"),
    ("missing in the task", "  brief: Write a function.\n", "", "11:3: 'brief' is missing"),
    ("verb", "is: token", "isa: token", f"17:7: {NO_VERB}; did you mean 'is'?"),
    ("no verb", ", is: token", "", f"17:7: {NO_VERB}"),
    ("verb of a step", "call: make", "cal: make", f"14:7: {NO_STEP_VERB}; did you mean 'call'?"),
    ("label", "returns_none", "return_none", f"18:20: 'return_none' {NO_LABEL}; did you mean 'returns_none'?"),
    ("label unlike any", "returns_none", "zzz", f"18:20: 'zzz' {NO_LABEL}"),
    ("variable", "[$secret]", "[$secrets]", "14:37: there is no variable '$secrets'; did you mean '$secret'?"),
    ("variable inside", "[$secret]", "[{a: [$x]}]", "14:42: there is no variable '$x'"),
    ("moment", "is: token", "claim: exp, equals: now + 30min", f"17:70: 'now + 30min' {NO_MOMENT}"),
    ("unit", "is: token", "claim: exp, equals: now + 1 week", f"17:70: 'now + 1 week' {NO_MOMENT}"),
    ("reference", "[$secret]", "['@mad.x']", "14:37: there is no step 'mad' before this"),
    (
        "reference of a check",
        "is: token",
        "equals: '@maid.x'",
        "17:58: there is no step 'maid' before this; did you mean 'made'?",
    ),
    ("hint", "is: token", "is: token, hint: 2", "17:67: there is 1 hint, and none has the number 2"),
    ("several paths", "of: made", "of: [made, maid]", "17:44: there is no step 'maid'; did you mean 'made'?"),
    ("request", "call: make, args: [$secret]", "request: GET", f"14:27: 'GET' {NO_REQUEST}"),
    ("after", "call: make, args", "call: make, after: 5min, args", f"14:37: '5min' {NO_DURATION}"),
    (
        "variable of the environment",
        "call: make, args: [$secret]",
        "load: {key: x}",
        r"14:25: 'key' does not have the form ^[A-Z_][A-Z0-9_]*$",
    ),
    ("id in a check", "is: token", "equals: $id", "17:58: there is no variable '$id'"),
    ("step", "of: made", "of: maid", "17:44: there is no step 'maid'; did you mean 'made'?"),
    ("step unlike any", "of: made", "of: zzz.a", "17:44: there is no step 'zzz'"),
    ("needs", "[runs]", "[run]", "17:69: no check before this one is named 'run'; did you mean 'runs'?"),
    ("needs itself", "[runs]", "[good]", "17:69: no check before this one is named 'good'"),
    ("check twice", "id: good", "id: runs", "17:12: there is a check 'runs' already"),
    ("step twice", "  checks:", "    - {id: made, read: x}\n  checks:", "15:12: there is a step 'made' already"),
    ("step named run", "  checks:", "    - {id: run, read: x}\n  checks:", "15:12: there is a step 'run' already"),
    ("slug", "slug: small", "slug: smal", "1:7: the slug is 'smal' but the file is named 'small.yaml'"),
    ("form", "slug: small", "slug: Small", "1:7: 'Small' does not have the form ^[a-z][a-z0-9_]*$"),
    ("option without text", "text: This one, ", "", "7:8: an option says something with 'text', 'code' or both"),
    ("checks without a key", "text: This one, ", f"text: This one, checks: [{CHECK}], ", f"7:33: {NEEDS_KEY}"),
    ("check of a key", ANSWER_A, KEYED.format("x", "zzz"), "10:78: there is no step 'zzz'"),
    ("step of a key", ANSWER_A, KEYED.format("$x", "p"), "10:41: there is no variable '$x'"),
    ("answer", "answer: A", "answer: C", "9:11: the answer 'C' is none of the options"),
    ("answer no letter", "answer: A", "answer: no", "9:11: 'no' does not have the form ^[A-H]$"),
    ("letter", "    B:", "    Z:", "8:5: 'Z' does not have the form ^[A-H]$"),
    ("one option", OPTION_B, "", "7:5: at least 2 must stand here"),
    ("no hint", "[Look again.]", "[]", "19:8: at least 1 must stand here"),
    (
        "one of two",
        "  brief",
        "  runs: modul\n  brief",
        "11:9: 'modul' is none of module, script; did you mean 'module'?",
    ),
    ("too small", "position: 1", "position: 0", "3:11: this should be greater than or equal to 1"),
    ("no number", "position: 1", "position: first", "3:11: this should be a valid integer"),
    ("no text", "A small exercise", "true", "2:8: this should be a valid string"),
    ("no list", "[Look again.]", "Look again.", "19:8: this should be a valid array"),
    ("part of a list", "[Look again.]", '[""]', "19:9: string should have at least 1 character"),
    ("second verb", "is: token", "is: token, equals: 7", "17:61: the key 'equals' is not known here"),
    ("key twice", "title: A", "slug: small\ntitle: A", "2:1: 'slug' stands here a second time"),
    ("alias", "[None is known.]", "[&a [x], *a]", "22:27: an alias (*name) is not used here"),
    ("form of needs", "[runs]", "[Runs]", "17:69: 'Runs' does not have the form ^[a-z][a-z0-9_]*$"),
    ("points", "of: run,", "of: run, points: 0,", "16:48: this should be greater than 0"),
    ("key beside a verb", "is: token", "is: token, note: x", "17:61: the key 'note' is not known here"),
    ("algorithm", "is: token", "token: {secret: $secret, algorithms: [HS25]}", f"17:88: {NO_HS.format('')}"),
    ("forged token", "[$secret]", f"[{{token: {FORGED}}}]", f"14:80: {NO_HS.format(', none')}"),
]


def faults(content: str | bytes) -> list[str]:
    """Give the faults of exercises/small.yaml with this content."""
    with pytest.raises(ExerciseError) as caught:
        catalog.read(content.encode() if isinstance(content, str) else content, FILE)
    return str(caught.value).splitlines()


def changed(*changes: tuple[str, str]) -> str:
    """Give the minimal exercise with texts replaced, each of which must stand in it."""
    text = MINIMAL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_minimal_exercise_is_valid() -> None:
    """What the other tests spoil is valid before."""
    assert catalog.read(MINIMAL.encode(), FILE).slug == "small"


@pytest.mark.parametrize(("old", "new", "told"), [pytest.param(*case, id=name) for name, *case in WRONG])
def test_fault_is_told_with_its_place(old: str, new: str, told: str) -> None:
    """One change that makes the file invalid is told in one line: where, what, and what may have been meant."""
    assert faults(changed((old, new))) == [f"exercises/small.yaml:{told}"]


def test_all_wrong_names_are_told_at_once() -> None:
    """Everything that refers to nothing is told in one go, in the order of the file."""
    text = changed(
        ("slug: small", "slug: other"),
        ("text: That one, ", ""),
        ("answer: A", "answer: D"),
        ("$secret", "$secrte"),
        ("of: made", "of: maid"),
        ("[runs]", "[runz, rans]"),
    )
    assert faults(text) == [
        "exercises/small.yaml:1:7: the slug is 'other' but the file is named 'small.yaml'",
        "exercises/small.yaml:8:8: an option says something with 'text', 'code' or both",
        "exercises/small.yaml:9:11: the answer 'D' is none of the options",
        "exercises/small.yaml:14:37: there is no variable '$secrte'; did you mean '$secret'?",
        "exercises/small.yaml:17:44: there is no step 'maid'; did you mean 'made'?",
        "exercises/small.yaml:17:69: no check before this one is named 'runz'; did you mean 'runs'?",
        "exercises/small.yaml:17:75: no check before this one is named 'rans'; did you mean 'runs'?",
    ]


def test_all_faults_of_shape_are_told_at_once() -> None:
    """Everything that has not the shape of an exercise is told in one go, in the order of the file."""
    text = changed(
        ("title: A", "titel: A"),
        ("position: 1", "position: one"),
        ("  starter: pass\n", ""),
        (", ends: returned", ""),
        ("returns_none", "return_none"),
        ("[Look again.]", "[]"),
    )
    assert faults(text) == [
        "exercises/small.yaml:1:1: 'title' is missing",
        "exercises/small.yaml:2:1: the key 'titel' is not known here; did you mean 'title'?",
        "exercises/small.yaml:3:11: this should be a valid integer",
        "exercises/small.yaml:11:3: 'starter' is missing",
        f"exercises/small.yaml:15:7: {NO_VERB}",
        f"exercises/small.yaml:17:20: 'return_none' {NO_LABEL}; did you mean 'returns_none'?",
        "exercises/small.yaml:18:8: at least 1 must stand here",
    ]


def test_faults_of_both_kinds_are_told_at_once() -> None:
    """A wrong key does not hide a wrong name."""
    assert faults(changed(("hints:", "titel: x\nhints:"), ("answer: A", "answer: D"))) == [
        "exercises/small.yaml:9:11: the answer 'D' is none of the options",
        "exercises/small.yaml:19:1: the key 'titel' is not known here; did you mean 'title'?",
    ]


def test_checks_of_an_option_are_about_the_steps_of_the_key() -> None:
    """What an option's checks speak of is what the question's key runs."""
    key, option = (ANSWER_A, KEYED.format("x", "p")), "text: That one, checks: [{{id: a, title: a, of: {}, is: str}}]"
    right, wrong = (("text: That one", option.format(step)) for step in ("p", "q"))
    assert catalog.read(changed(key, right).encode(), FILE).slug == "small"
    assert faults(changed(key, wrong)) == ["exercises/small.yaml:8:56: there is no step 'q'"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"slug: x\ntitle: caf\xe9\n", "2:1: the file is not UTF-8", id="not UTF-8"),
        pytest.param(b"slug: small\ntitle: [a\n", "3:1: did not find expected ',' or ']'", id="not YAML"),
        pytest.param(b"", "1:1: this should be an object", id="empty"),
        pytest.param(b"- slug: small\n", "1:1: this should be an object", id="list"),
    ],
)
def test_file_that_cannot_be_read_is_told_with_the_place(content: bytes, told: str) -> None:
    """A file that is no text, no YAML or no exercise at all is one line."""
    assert faults(content) == [f"exercises/small.yaml:{told}"]


def test_exercise_without_question_and_task_is_a_fault() -> None:
    """An exercise asks something."""
    start, end = MINIMAL.index("question:"), MINIMAL.index("hints:")
    told = "exercises/small.yaml:1:1: an exercise has a question, a task or both"
    assert faults(MINIMAL[:start] + MINIMAL[end:]) == [told]


@pytest.mark.parametrize(("start", "end"), [("question:", "task:"), ("task:", "hints:")], ids=["task", "question"])
def test_exercise_may_be_a_question_or_a_task_alone(start: str, end: str) -> None:
    """One of the two is enough."""
    read = catalog.read((MINIMAL[: MINIMAL.index(start)] + MINIMAL[MINIMAL.index(end) :]).encode(), FILE)
    assert (read.question is None, read.task is None) == (start == "question:", start == "task:")
