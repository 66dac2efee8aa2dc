"""What several test files use."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]


@pytest.fixture(autouse=True)
def _no_debugging(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the grader report its own faults, as it does unless it is being debugged."""
    monkeypatch.delenv("GRADER_DEBUG", raising=False)
