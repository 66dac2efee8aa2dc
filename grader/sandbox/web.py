"""Requests to a student's FastAPI application, by way of Starlette's TestClient: no port is opened.

Load this before the clock is frozen, and with it what such an application imports: FastAPI's support of pydantic 1
cannot be loaded afterwards, and what has been loaded once is forked with no time lost.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import warnings
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # such as of a newer httpx, which is not the student's business
    from fastapi.testclient import TestClient

    for _name in ("fastapi.security", "jwt", "pwdlib", "pwdlib.hashers.argon2", "pydantic.v1", "python_multipart"):
        with contextlib.suppress(ImportError):  # whatever is installed
            importlib.import_module(_name)

ORIGIN = "https://localhost"
"""What an application is reached by: neither one that insists on HTTPS nor one that knows its host refuses this."""
CLIENT = ("127.0.0.1", 50000)
"""Who asks, by address, as some applications look at it."""
Application: TypeAlias = Callable[[Any, Any, Any], Awaitable[None]]


class Client:
    """What sends requests to one application, from its startup on."""

    def __init__(self, application: Application) -> None:
        self.errors: list[BaseException] = []
        client = TestClient(self._noting(application), ORIGIN, raise_server_exceptions=False, follow_redirects=False)
        self._client = client.__enter__()  # which starts it up; it is never shut down: the process ends before it

    def ask(self, target: str, sends: Mapping[str, Any]) -> dict[str, Any]:
        """Send a request, and give the `status`, the `headers` and the `json` of its answer.

        What the application raised instead of answering is in `errors`; the status is 500 then.
        """
        del self.errors[:]
        self._client.cookies.clear()
        method, path = target.split(" ", 1)
        headers = dict(sends["headers"])
        if sends["bearer"] is not None:
            headers["Authorization"] = f"{sends['scheme']} {sends['bearer']}"
        answer = self._client.request(method, path, data=sends["form"], json=sends["json"], headers=headers)
        told = {"status": answer.status_code, "headers": dict(answer.headers.items())}
        try:
            return {**told, "json": answer.json()}
        except (ValueError, RecursionError):
            return {**told, "json": None, "text": answer.text}

    def _noting(self, application: Application) -> Application:
        async def noting(scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 - ASGI's
            try:
                await application({**scope, "client": CLIENT}, receive, send)
            except asyncio.CancelledError:
                raise
            except BaseException as error:
                self.errors.append(error)
                if isinstance(error, Exception) or scope["type"] != "http":
                    raise  # but sys.exit() in an endpoint is an answer that failed, and not the end of the client

        return noting
