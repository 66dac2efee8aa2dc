"""What several test files use."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import CI_SYSTEMS, EXERCISES, SLUGS

pytest_plugins = ["pytester"]


@pytest.fixture(autouse=True)
def _on_ones_own_machine(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Have the grader behave as it does for a student, wherever these tests run, and keep nothing of it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    for name in ("CI", "GRADER_DEBUG", *CI_SYSTEMS):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder that holds the five exercises of the course's page and no other."""
    folder = tmp_path_factory.mktemp("page") / "exercises"
    folder.mkdir()
    for slug in SLUGS:
        shutil.copy(EXERCISES / f"{slug}.yaml", folder)
    return folder
