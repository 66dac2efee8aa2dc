"""Every operator makes the mistakes that it is named for, and none where no check could see it."""

from __future__ import annotations

import pytest

from grader.mutation.mutant import OPERATORS, mutants
from grader.mutation.sight import Asked

ANOTHER = "'another-key-of-more-than-thirty-two-characters'"
WORDS = "user_id exp sub bearer alice Bearer WWW-Authenticate type /me"


def made(operator: str, source: str, words: str = WORDS) -> list[str]:
    """Give what an operator makes of the lines that it changes."""
    return [mutant.after for mutant in mutants(source, Asked(words), set()) if mutant.operator == operator]


CASES = [
    ("drop_entry", "p = {'exp': 1, 'sub': 2}", ["p = {'sub': 2}", "p = {'exp': 1}"]),
    ("rename_entry", "p = {'exp': 1}", ["p = {'expires': 1}"]),
    ("rename_entry", "x = p['user_id']", ["x = p['uid']"]),
    ("rename_entry", "x = p.get('type')", ["x = p.get('type_')"]),
    ("rename_entry", "p = dict(sub=1)", ["p = dict(subject=1)"]),
    ("change_text", "x = 'bearer'", ["x = 'Bearer'"]),
    ("change_text", "x = {'WWW-Authenticate': 'Bearer'}", ["x = {'WWW-Authenticate': 'Basic'}"]),
    ("change_text", "x = name == 'alice'", ["x = name == 'alice_'"]),
    ("change_algorithm", "t = encode(p, k, algorithm='HS256')", ["t = encode(p, k, algorithm='HS512')"]),
    ("name_algorithm", "t = encode(p, k)", ["t = encode(p, k, algorithm='HS512')"]),
    ("forget_signature", "t = encode(p, k, 'HS256')", ["t = encode(p, k, algorithm=None)"]),
    ("swap_key", "t = encode(p, k)", [f"t = encode(p, {ANOTHER})"]),
    ("swap_key", "t = jwt.encode(payload=p, key=k)", [f"t = jwt.encode(payload=p, key={ANOTHER})"]),
    ("swap_key", "t = text.encode('utf-16')", []),
    (
        "skip_verification",
        "p = decode(t, k, algorithms=a, options=o, audience='me')",
        [
            f"p = decode(t, k, algorithms=a, audience='me', options={{'{option}': False}})"
            for option in ("verify_signature", "verify_exp", "verify_aud")
        ],
    ),
    (
        "change_unit",
        "d = timedelta(minutes=30)",
        ["d = timedelta(seconds=30)", "d = timedelta(hours=30)", "d = timedelta(days=30)"],
    ),
    ("forget_zone", "n = datetime.now(timezone.utc)", ["n = datetime.now()"]),
    (
        "forget_zone",
        "n = datetime.now(timezone.utc)\ns = n.timestamp()",
        ["n = datetime.now()", "n = datetime.utcnow()"],
    ),
    ("forget_zone", "n = datetime.fromtimestamp(s, tz)", ["n = datetime.fromtimestamp(s)"]),
    ("forget_zone", "n = time.gmtime()", ["n = time.localtime()"]),
    ("forget_zone", "n = m.replace(tzinfo=z)", ["n = m"]),
    (
        "hoist_time",
        "def f(a):\n    return time.time() + 1",
        ["def f(a, *, _loaded=time.time()):; return _loaded + 1"],
    ),
    (
        "hoist_time",
        "async def f():\n    return now()",
        ["async def f(*, _loaded=now()):; return _loaded"],
    ),
    (
        "leak_password",
        "def f(name, password):\n    return encode({'sub': name}, k)",
        ["return encode({'sub': name, 'password': password}, k)"],
    ),
    ("assume_algorithm", "a = get_unverified_header(t)['alg']", ["a = 'HS256'"]),
    ("alias_copy", "d = data.copy()", ["d = data"]),
    ("alias_copy", "d = dict(data)", ["d = data"]),
    ("alias_copy", "d = {**data}", ["d = data"]),
    ("change_status", "e = HTTPException(401, 'no')", ["e = HTTPException(403, 'no')"]),
    ("change_status", "e = HTTPException(status_code=404)", ["e = HTTPException(status_code=400)"]),
    ("change_status", "e = HTTPException(status.HTTP_401_UNAUTHORIZED)", ["e = HTTPException(403)"]),
    ("change_method", "@app.get('/me')\ndef me(): ...", ["@app.post('/me')"]),
    ("drop_dependency", "def me(user=Depends(current)): ...", ["def me(user=None):"]),
    ("fix_setting", "k = os.environ['KEY']", [f"k = {ANOTHER}"]),
    ("fix_setting", "k = os.environ.get('KEY')", [f"k = {ANOTHER}"]),
    ("fix_setting", "k = os.getenv('KEY')", [f"k = {ANOTHER}"]),
    ("keep_entry", "u = store.pop(token)", ["u = store.get(token)"]),
    (
        "catch_less",
        "try:\n    f()\nexcept jwt.InvalidTokenError:\n    g()",
        ["except jwt.ExpiredSignatureError:"],
    ),
    ("drop_argument", "f(a, b)", ["f(a)"]),
    ("drop_keyword", "d = decode(t, k, audience='x')", ["d = decode(t, k)"]),
    ("drop_keyword", "t = encode(p, k, headers={'sub': 1})", ["t = encode(p, k)"]),
    ("drop_element", "x = ['exp', 'sub']", ["x = ['sub']", "x = ['exp']"]),
    ("drop_decorator", "@app.get('/me')\ndef me(): ...", [""]),
    ("change_number", "x = 30", ["x = 31", "x = 1800", "x = 30000"]),
    ("change_number", "x = 1800", ["x = 3600", "x = 108000", "x = 1800000"]),
    ("swap_operator", "x = a + b", ["x = a - b"]),
    ("swap_operator", "x += b", ["x -= b"]),
    ("swap_operator", "x = -b", ["x = b"]),
    ("flip_comparison", "x = a == b", ["x = a != b"]),
    ("flip_comparison", "x = a < b", ["x = a >= b", "x = a <= b"]),
    ("flip_comparison", "x = not b", ["x = b"]),
    ("flip_comparison", "while a < b: f()", []),
    ("flip_condition", "x = a and b", ["x = a or b", "x = a", "x = b"]),
    ("flip_condition", "x = True", ["x = False"]),
    ("forget_result", "def f():\n    return a", ["return None"]),
    ("forget_value", "x = a", ["x = None"]),
    ("forget_statement", "used.add(x)", ["pass"]),
    ("forget_statement", "while a:\n    b += 1", []),
    ("forget_conversion", "x = str(a)", ["x = a"]),
    ("unreached", "f()", ["raise SystemExit(1)"]),
    ("unreached", "import jwt\ndef f(): ...", ["raise SystemExit(1)"]),
]


@pytest.mark.parametrize(("operator", "source", "expected"), CASES)
def test_what_an_operator_makes(operator: str, source: str, expected: list[str]) -> None:
    """From a line an operator makes just these lines."""
    assert made(operator, source) == expected


def test_every_operator_is_in_the_table() -> None:
    """No operator is left out of the cases above, but for those that heed the words of an exercise."""
    assert OPERATORS.keys() == {operator for operator, _, _ in CASES} | {"add_entry"}


def test_a_payload_that_must_be_exact_gets_an_entry_more() -> None:
    """Only where the exercise says `exactly` is one claim more a mistake."""
    assert made("add_entry", "p = {'exp': 1}", "exactly `exp`") == ["p = {'exp': 1, 'extra': 1}"]
    assert made("add_entry", "p = {'exp': 1}") == []


def test_the_default_may_be_named_unless_it_is_asked_to_be_left_out() -> None:
    """Naming the algorithm that is the default is a mistake only where none is to be named."""
    named = ["t = encode(p, k, algorithm='HS256')", "t = encode(p, k, algorithm='HS512')"]
    assert made("name_algorithm", "t = encode(p, k)", "name no algorithm") == named


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("p = {'scope': 'read', 'iat': now + 5}", id="an extra claim"),
        pytest.param("p['scope'] = 5 * 60", id="an extra claim, put in later"),
        pytest.param("p = dict(scope=7)", id="an extra claim, as an argument"),
        pytest.param("t = encode(p, k, headers={'kid': 'main'})", id="an extra header"),
        pytest.param("LIFETIME = 5\np = {'iat': LIFETIME}", id="what only an extra claim uses"),
        pytest.param("def f():\n    return 5 * 60\np = {'iat': f()}", id="a function that only an extra claim uses"),
        pytest.param("print('expires', 5)", id="what is printed"),
        pytest.param("logger.info('expires', 5)", id="what is logged"),
        pytest.param("raise ValueError('bearer', 5)", id="the text of an error"),
        pytest.param("z = timezone(timedelta(hours=5))", id="which zone a moment is told in"),
        pytest.param("if sys.version_info >= (3, 11):\n    x = 5\nelse:\n    x = 6", id="another Python"),
        pytest.param("try:\n    import jwt\nexcept ImportError:\n    x = 5", id="a library that is missing"),
        pytest.param("t = encode(p, k, algorithm='HS256')", id="the default"),
        pytest.param("b = text.encode('utf-8')", id="the default of texts"),
        pytest.param("e = HTTPException(401, 'bearer')", id="the words of an answer"),
        pytest.param("x = 'a text of the author'", id="any other text"),
    ],
)
def test_what_no_check_could_see_is_left_alone(source: str) -> None:
    """Where nothing that was asked for can change, there is nothing to find out."""
    looks_at_values = {"drop_entry", "rename_entry", "change_text", "change_number", "drop_keyword", "swap_operator"}
    found = {mutant.operator for mutant in mutants(source, Asked("exp bearer"), set())}
    assert not found & looks_at_values


def test_what_was_asked_for_is_seen_wherever_it_stands() -> None:
    """An entry that the program itself reads matters, and so does printing where it is asked for."""
    assert made("change_number", "user = {'id': 1}\np = {'sub': user['id']}") != []
    assert made("change_number", "print(5)", "prints a number") != []
