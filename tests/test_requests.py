"""A FastAPI application is started up and sent requests, at frozen moments, and what it does is observed."""

from __future__ import annotations

import pytest
from web_apps import APP, LOGIN, first_round, given, observe, verdicts

from grader.judge.judging import NOT_REACHED

ASK = "[{id: answer, request: GET /}]"
KEY = {"SECRET_KEY": "0123456789abcdef0123456789abcdef"}


def answer(endpoint: str, steps: str = ASK) -> object:
    """Give what an application with this endpoint answers."""
    return given(first_round(observe(APP + endpoint, steps))["answer"])


def test_an_answer_is_status_headers_and_json() -> None:
    """What an application answers comes back whole, the names of headers in small letters."""
    told = answer("@app.get('/', status_code=201)\ndef get(): return {'a': [1, None]}\n")
    headers = {"content-length": "14", "content-type": "application/json"}
    assert told == {"status": 201, "headers": headers, "json": {"a": [1, None]}}


@pytest.mark.parametrize("kind", ["def", "async def"])
def test_each_kind_of_endpoint_sees_the_frozen_clock(kind: str) -> None:
    """An endpoint that runs in a thread and one that runs in the event loop are told the same moment."""
    endpoint = f"import time\n@app.get('/')\n{kind} get(): return time.time()\n"
    for zone in ("answer", "later"):
        seen = observe(APP + endpoint, "[{id: answer, request: GET /}, {id: later, after: 90 s, request: GET /}]")
        observation = first_round(seen)[zone]
        assert given(observation)["json"] == observation.step.at
    assert first_round(seen)["later"].step.at == pytest.approx(first_round(seen)["answer"].step.at + 90)


def test_a_model_may_have_datetimes() -> None:
    """Pydantic takes the frozen clock's classes for the real ones, in models and in answers."""
    endpoint = (
        "import datetime as dt\nfrom pydantic import BaseModel\n"
        "class Seen(BaseModel):\n    at: dt.datetime\n    on: dt.date\n    until: dt.datetime = dt.datetime.max\n"
        "@app.get('/')\ndef get() -> Seen: return Seen(at=dt.datetime.now(dt.timezone.utc), on=dt.date.today())\n"
    )
    told = answer(endpoint)
    assert isinstance(told, dict)
    assert sorted(told["json"]) == ["at", "on", "until"]


@pytest.mark.parametrize(
    ("sends", "told"),
    [
        ("form: {name: alice}", "name=alice"),
        ("json: {name: alice}", '{"name":"alice"}'),
        ("bearer: abc", "Bearer abc"),
        ("headers: {Authorization: Basic x}", "Basic x"),
        ("headers: {}", ""),
    ],
)
def test_a_request_is_sent_as_it_is_written(sends: str, told: str) -> None:
    """A form, JSON, a bearer token and other headers arrive as such."""
    endpoint = (
        "from fastapi import Request\n@app.post('/')\nasync def post(request: Request):\n"
        "    return (await request.body()).decode() or request.headers.get('authorization', '')\n"
    )
    assert answer(endpoint, f"[{{id: answer, request: POST /, {sends}}}]") == {
        "status": 200,
        "headers": {"content-length": str(len(told.replace('"', '\\"')) + 2), "content-type": "application/json"},
        "json": told,
    }


def test_an_application_starts_up_when_it_is_loaded() -> None:
    """Its lifespan begins at the moment of loading, long before the first request, and once in each round."""
    lifespan = (
        "import contextlib, time\nfrom fastapi import FastAPI\nstarted = []\n"
        "@contextlib.asynccontextmanager\nasync def lifespan(app):\n    started.append(time.time())\n    yield\n"
        "app = FastAPI(lifespan=lifespan)\n@app.get('/')\ndef get(): return started\n"
    )
    observed = first_round(observe(lifespan, ASK))
    assert given(observed["answer"])["json"] == [observed["run"].step.at]


def test_an_application_that_does_not_start_up_did_not_load() -> None:
    """What its lifespan raises is told as if the file had raised it."""
    evidence = observe(APP + "@app.router.on_event('startup')\ndef start(): raise RuntimeError('no')\n", ASK)
    assert verdicts(evidence, "[{id: a, of: answer, answers: 200}]") == {"a": "answer.py:4: RuntimeError: no"}


def test_a_redirect_is_an_answer() -> None:
    """Nobody follows a redirect: the path that was asked for is answered, or it is not."""
    told = answer("@app.get('/me/')\ndef get(): return 1\n", "[{id: answer, request: GET /me}]")
    assert isinstance(told, dict)
    assert told["status"] == 307
    assert told["headers"]["location"] == "https://localhost/me/"


def test_an_application_may_look_at_how_it_is_reached() -> None:
    """One that insists on HTTPS, on its own host, or on an address of which it can make sense, is content."""
    guarded = (
        "import ipaddress\nfrom fastapi import Request\n"
        "from starlette.middleware.httpsredirect import HTTPSRedirectMiddleware\n"
        "from starlette.middleware.trustedhost import TrustedHostMiddleware\n"
        "app.add_middleware(HTTPSRedirectMiddleware)\n"
        "app.add_middleware(TrustedHostMiddleware, allowed_hosts=['localhost', '127.0.0.1'])\n"
        "@app.get('/')\ndef get(request: Request): return ipaddress.ip_address(request.client.host).is_loopback\n"
    )
    told = answer(guarded)
    assert isinstance(told, dict)
    assert (told["status"], told["json"]) == (200, True)


def test_what_is_no_json_is_a_text() -> None:
    """An answer that is not JSON has a text instead."""
    endpoint = "from fastapi.responses import Response\n@app.get('/')\ndef get(): return Response('No', 401)\n"
    told = {"status": 401, "headers": {"content-length": "2"}, "json": None, "text": "No"}
    assert answer(endpoint) == told


def test_cookies_are_not_kept() -> None:
    """Requests are independent of each other: a token is what opens a door, and no session in a cookie does."""
    endpoint = (
        "from fastapi import Request, Response\n@app.get('/')\ndef get(request: Request, response: Response):\n"
        "    response.set_cookie('who', 'alice')\n    return dict(request.cookies)\n"
    )
    told = given(first_round(observe(APP + endpoint, f"{ASK[:-1]}, {{id: again, request: GET /}}]"))["again"])
    assert told["json"] == {}


@pytest.mark.parametrize(
    ("endpoint", "because"),
    [
        ("def get(): return {}['sub']", "in line 4: KeyError: 'sub'"),
        ("async def get(): return {}['sub']", "in line 4: KeyError: 'sub'"),
        ("def get(): import sys; sys.exit(3)", "in line 4: SystemExit: 3"),
        ("async def get(): raise KeyboardInterrupt", "in line 4: KeyboardInterrupt"),
    ],
)
def test_what_an_application_raises_is_told_with_its_line(endpoint: str, because: str) -> None:
    """An endpoint that fails is an answer of 500, with the reason; the next request is answered again."""
    steps = f"{ASK[:-1]}, {{id: other, after: 0 s, request: GET /other}}]"
    evidence = observe(f"{APP}@app.get('/')\n{endpoint}\n@app.get('/other')\ndef other(): return 1\n", steps)
    told = f"Expected `GET /` to be answered with 401 (Unauthorized), but it is answered with 500 (Internal Server Error), because of an error ({because})."  # noqa: E501 - as it is told
    checks = "[{id: a, of: answer, answers: 401}, {id: b, of: other, answers: 200}]"
    assert verdicts(evidence, checks) == {"a": told, "b": ""}


def test_an_error_that_is_answered_is_an_answer() -> None:
    """A handler for all errors is the application's way to answer, and counts, although the error is raised on."""
    handler = (
        "from fastapi.responses import JSONResponse\n@app.exception_handler(Exception)\n"
        "def handle(request, error): return JSONResponse({'detail': 'no'}, 401)\n"
        "@app.get('/')\ndef get(): raise ValueError\n"
    )
    assert verdicts(observe(APP + handler, ASK), "[{id: a, of: answer, answers: 401}]") == {"a": ""}


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("x = 1\n", "There is no FastAPI application `app` at the top level of answer.py."),
        (
            "appl = 1\n",
            "There is no FastAPI application `app` at the top level of answer.py, but there is `appl`: rename it.",
        ),
        ("app = 1\n", "answer.py: TypeError: `app` is not a FastAPI application, but of the type int"),
        (APP, "Expected `GET /` to be answered with 200 (OK), but it is answered with 404 (Not Found)."),
        (
            APP + "@app.get('/')\nasync def get():\n    while True: pass\n",
            "`GET /` was stopped because it had not finished in time: look for a loop that never ends.",
        ),
    ],
)
def test_what_is_no_answer_is_told_in_a_sentence(program: str, told: str) -> None:
    """Whatever there is instead of an application is named."""
    assert verdicts(observe(program, ASK), "[{id: a, of: answer, answers: 200}]") == {"a": told}


STEPS = """
- {id: key, read: SECRET_KEY}
- {id: login, request: POST /token, form: {username: $stranger}}
- {id: me, request: GET /me, bearer: "@login.json.access_token"}
- {id: forged, request: GET /me, bearer: {token: {claims: {sub: bob, exp: now + 5 min}, secret: "@key", algorithm: HS256}}}
- {id: other, request: GET /me, bearer: {token: {claims: {sub: bob}, secret: $secret, algorithm: HS256}}}
- {id: unsigned, request: GET /me, bearer: {token: {claims: {sub: bob}, algorithm: none}}}
- {id: tampered, request: GET /me, bearer: {tampered: "@login.json.access_token", claims: {sub: bob}}}
"""  # noqa: E501 - as it may stand in an exercise
CHECKS = """
- {id: me, of: me.json.sub, equals: $stranger}
- {id: same, of: me.json.sub, equals: "@login.json.access_token.payload.sub"}
- {id: claim, of: login.json.access_token.payload.sub, equals: $stranger}
- {id: signed, of: login.json.access_token, token: {secret: "@key", algorithms: [HS256]}}
- {id: forged, of: forged.json.sub, equals: bob}
- {id: refused, of: [other, unsigned, tampered], answers: 500}
"""


@pytest.mark.parametrize("seed", range(5))
def test_what_was_given_is_used_again_and_tokens_are_forged(seed: int) -> None:
    """In whatever order requests come, references lead to what other steps gave, and forgeries are made of it."""
    evidence = observe(LOGIN, STEPS, environment=KEY, seed=seed)
    assert set(verdicts(evidence, CHECKS).values()) == {""}
    assert {observed["key"].reply and given(observed["key"]) for observed in [first_round(evidence)]} == set(
        KEY.values()
    )


def test_what_was_not_given_is_told() -> None:
    """A step that needs what an earlier one did not give is not tried, and a check of it says so."""
    evidence = observe(LOGIN.replace("access_token", "token"), STEPS, environment=KEY)
    why = "`GET /me` was not tried. `access_token` in the answer to `POST /token` is needed for it, but is missing."
    me, same = "{id: me, of: me, answers: 200}", "{id: same, of: forged.json.sub, equals: '@me.json.sub'}"
    assert verdicts(evidence, f"[{me}]") == {"me": why}
    assert verdicts(evidence, f"[{same}]") == {"same": why}
    assert verdicts(evidence, f"[{me}, {same}]") == {"me": why, "same": NOT_REACHED}  # nothing is told twice


HOSTILE = [
    ("newline", "'a\\nX-Injected: 1'"),
    ("not ASCII", "'é'"),
    ("number", "7"),
    ("surrogate", "'\\ud800'"),
    ("nothing", "None"),
]


@pytest.mark.parametrize("token", [token for _, token in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_what_no_header_can_hold_is_not_sent(token: str) -> None:
    """Whatever stands where a token should be, it is nothing that could break a request of ours."""
    endpoint = (
        "import json\nfrom fastapi.responses import Response\n@app.get('/')\n"
        f"def get(): return Response(json.dumps({{'t': {token}}}))\n"
    )
    evidence = observe(
        APP + endpoint, "[{id: answer, request: GET /}, {id: again, request: GET /, bearer: '@answer.json.t'}]"
    )
    assert first_round(evidence)["again"].end == "not_given"
